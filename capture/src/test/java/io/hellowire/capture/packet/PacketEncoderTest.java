package io.hellowire.capture.packet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.packet.Segment.Tcp;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketEncoderTest {

    private final PacketEncoder encoder = new PacketEncoder();

    @Test
    void writesAnIpv4PacketAsTheRfcsLayItOut() {
        Segment segment = segment(flow("192.0.2.1", "198.51.100.7"), TcpFlags.PSH | TcpFlags.ACK, "GET");

        // The checksums were worked out apart from this code, with RFC 1071's sum.
        assertThat(hex(encoder.encode(segment, 0)))
                .isEqualTo("4500002b" + "00004000" + "4006" + "4e91" + "c0000201" + "c6336407" + "1f90" + "c000"
                        + "00000001" + "00000002" + "5018" + "ffff" + "48b4" + "0000" + "474554");
    }

    @Test
    void writesAnIpv6PacketWithItsPayloadLength() {
        ByteBuffer packet = encoder.encode(segment(flow("2001:db8::1", "2001:db8::2"), TcpFlags.ACK, "hello"), 0);

        assertThat(hex(packet)).startsWith("60000000" + "0019" + "06" + "40" + "20010db8" + "0".repeat(22) + "01");
        assertThat(packet.remaining()).isEqualTo(40 + 20 + 5);
    }

    @Test
    void writesAnIpv4AddressBesideAnIpv6OneAsMapped() {
        ByteBuffer packet = encoder.encode(segment(flow("192.0.2.1", "2001:db8::2"), TcpFlags.ACK, ""), 0);

        assertThat(hex(packet)).startsWith("60000000" + "0014" + "0640" + "00000000000000000000ffffc0000201");
    }

    @Test
    void offersSegmentSizeAndWindowScaleInTheFirstPacket() {
        ByteBuffer packet = encoder.encode(segment(flow("192.0.2.1", "198.51.100.7"), TcpFlags.SYN, ""), 0);

        assertThat(hex(packet).substring(2 * 40)).isEqualTo("020405b4" + "03030e01");
        assertThat(packet.get(20 + 12)).as("header length in words").isEqualTo((byte) 0x70);
    }

    @ParameterizedTest(name = "{0} bytes of payload")
    @ValueSource(ints = {0, 1, 2, 3, 1459, 1460})
    void sumsToAllOnesAsAReceiverChecks(int length) {
        for (Flow flow : new Flow[] {flow("192.0.2.1", "198.51.100.7"), flow("::1", "2001:db8::2")}) {
            String payload = "\u00ff".repeat(Math.min(length, flow.maxSegmentBytes()));

            assertThat(receiverSum(encoder.encode(segment(flow, TcpFlags.ACK, payload), 0)))
                    .isEqualTo(0xFFFF);
        }
    }

    @Test
    void cutsALongPayloadIntoSegmentsOfWhichOnlyTheLastPushes() {
        Segment segment = segment(flow("192.0.2.1", "198.51.100.7"), TcpFlags.PSH | TcpFlags.ACK, "x".repeat(1461));

        assertThat(segment.packets()).isEqualTo(2);
        assertThat(encoder.encode(segment, 0).get(20 + 13)).isEqualTo((byte) TcpFlags.ACK);
        ByteBuffer last = encoder.encode(segment, 1460);
        assertThat(last.get(20 + 13)).isEqualTo((byte) (TcpFlags.PSH | TcpFlags.ACK));
        assertThat(last.getInt(20 + 4)).as("sequence number").isEqualTo(1 + 1460);
        assertThat(last.remaining()).isEqualTo(41);
    }

    private static Flow flow(String local, String remote) {
        return new Flow(0, new InetSocketAddress(local, 8080), new InetSocketAddress(remote, 49152));
    }

    private static Segment segment(Flow flow, int flags, String payload) {
        return new Segment(flow, Side.LOCAL, new Tcp(flags, 1, 2), payload.getBytes(ISO_8859_1), 0, null);
    }

    private static String hex(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The sum over pseudo header and segment, checksum included. */
    private static int receiverSum(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        boolean ipv4 = bytes[0] >> 4 == 4;
        int addresses = ipv4 ? 12 : 8;
        int tcp = ipv4 ? 20 : 40;
        int length = bytes.length - tcp;
        byte[] summed = new byte[bytes.length - addresses];
        System.arraycopy(bytes, addresses, summed, 0, summed.length);
        return fold(sum(summed) + 6 + length);
    }

    private static long sum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (long) (bytes[i] & 0xFF) << ((i & 1) == 0 ? 8 : 0);
        }
        return sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >> 16);
        }
        return (int) folded;
    }
}
