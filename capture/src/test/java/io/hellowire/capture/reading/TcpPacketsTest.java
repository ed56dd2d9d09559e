package io.hellowire.capture.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.packet.TcpFlags;
import io.hellowire.capture.pcapng.Block;
import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpPacketsTest {

    private static final InetSocketAddress SOURCE = new InetSocketAddress("10.0.0.1", 1000);
    private static final InetSocketAddress DESTINATION = new InetSocketAddress("10.0.0.2", 80);

    private static final byte[] TCP = Frames.tcp(1000, 80, 5, 6, TcpFlags.ACK, new byte[100]);

    private final TcpPackets packets = new TcpPackets();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 14, 101, 108, 113, 228, 276})
    void findsThePacketBehindEveryLinkType(int linkType) {
        byte[] packet = Frames.packet(SOURCE, DESTINATION, TCP);

        TcpPacket read = packets.read(frame(linkType, Frames.behind(linkType, packet)));

        assertThat(read).isNotNull();
        assertThat(read.source()).isEqualTo(SOURCE);
        assertThat(read.destination()).isEqualTo(DESTINATION);
        assertThat(read.sequence()).isEqualTo(5);
        assertThat(read.acknowledged()).isEqualTo(6);
        assertThat(read.payloadLength()).isEqualTo(100);
    }

    @Test
    void findsThePacketInsideOtherPackets() {
        byte[] inner = Frames.packet(SOURCE, DESTINATION, TCP);
        byte[] six = new InetSocketAddress("fd00::1", 0).getAddress().getAddress();
        byte[] outer = Frames.ipv6(six, six, 4, inner.length, inner);

        assertThat(packets.read(frame(101, outer)).source()).isEqualTo(SOURCE);
    }

    @Test
    void leavesOutWhatFillsUpAShortFrame() {
        byte[] packet = Frames.packet(SOURCE, DESTINATION, Frames.tcp(1000, 80, 5, 6, TcpFlags.ACK, new byte[0]));

        TcpPacket read = packets.read(frame(1, Arrays.copyOf(Frames.ethernet(packet), 60)));

        assertThat(read.payloadLength()).isZero();
        assertThat(read.payload()).isEmpty();
    }

    @Test
    void countsWhatIsSomethingElse() {
        packets.read(frame(1, new byte[60]));
        packets.read(frame(101, Arrays.copyOf(Frames.packet(SOURCE, DESTINATION, TCP), 30)));
        packets.read(frame(127, new byte[60]));
        packets.read(frame(105, new byte[60]));
        List<byte[]> fragments = Frames.fragments(Frames.packet(SOURCE, DESTINATION, TCP), 40, 9);
        fragments.subList(1, 3).forEach(fragment -> packets.read(frame(101, fragment)));

        Unread unread = packets.unread();

        assertThat(unread.others()).isEqualTo(2);
        assertThat(unread.unknown()).isEqualTo(2);
        assertThat(unread.unknownLinkTypes()).containsExactly(105, 127);
        assertThat(unread.lostFragments()).isEqualTo(2);
    }

    @Test
    void holdsABoundedNumberOfFragments() {
        byte[] packet = Frames.packet(SOURCE, DESTINATION, TCP);
        int many = 1000;
        for (int id = 0; id < many; id++) {
            packets.read(frame(101, Frames.fragments(packet, 40, id).get(0)));
        }
        List<byte[]> newest = Frames.fragments(packet, 40, many - 1);
        List<byte[]> oldest = Frames.fragments(packet, 40, 0);

        assertThat(rest(oldest)).as("given up").isNull();
        assertThat(rest(newest)).as("still there").isNotNull();
        assertThat(packets.unread().lostFragments()).isEqualTo(many - 1 + 2);
    }

    private TcpPacket rest(List<byte[]> fragments) {
        packets.read(frame(101, fragments.get(1)));
        return packets.read(frame(101, fragments.get(2)));
    }

    /** Whatever a stranger puts on the wire. */
    @Test
    void readsAnyBytesWithoutAFault() {
        Random random = new Random(5);
        int[] linkTypes = {0, 1, 101, 113, 276, 7};
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (bytes.length > 10 && random.nextBoolean()) {
                bytes[0] = (byte) (random.nextBoolean() ? 0x45 : 0x60);
                bytes[9] = 6;
                bytes[6] = (byte) new int[] {0, 6, 43, 44, 51, 60, 4, 41}[random.nextInt(8)];
            }
            int original = random.nextInt(4) == 0 ? random.nextInt() : bytes.length;
            int linkType = linkTypes[random.nextInt(linkTypes.length)];
            Block.Interface from = Block.Interface.unnamed(linkType);
            TcpPacket read = packets.read(new Block.Packet(from, 0, bytes, original, Direction.UNKNOWN, null));
            assertThat(read == null || read.payload().length <= bytes.length + (1 << 16))
                    .isTrue();
        }
        assertThat(packets.unread().others()).isPositive();
    }

    private static Block.Packet frame(int linkType, byte[] bytes) {
        Block.Interface from = Block.Interface.unnamed(linkType);
        return new Block.Packet(from, 0, bytes, bytes.length, Direction.UNKNOWN, null);
    }
}
