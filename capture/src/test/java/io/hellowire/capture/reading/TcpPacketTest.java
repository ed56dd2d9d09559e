package io.hellowire.capture.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets as a snap length leaves them: cut anywhere. */
class TcpPacketTest {

    private static final int RAW_IP = 101;
    private static final int TCP = 6;
    private static final int TCP_HEADER = 20;

    @ParameterizedTest(name = "IPv{0}")
    @ValueSource(ints = {4, 6})
    void isReadOnlyIfItsHeadersAreThereWhole(int version) {
        byte[] packet = packet(version);
        for (int length = 0; length <= packet.length; length++) {
            TcpPacket read = TcpPacket.read(RAW_IP, Arrays.copyOf(packet, length));

            if (length < packet.length) {
                assertThat(read).as(length + " bytes").isNull();
            } else {
                assertThat(read).isNotNull();
            }
        }
    }

    private static byte[] packet(int version) {
        int ipHeader = version == 4 ? 20 : 40;
        ByteBuffer packet = ByteBuffer.allocate(ipHeader + TCP_HEADER);
        packet.put(0, (byte) (version == 4 ? 0x45 : 0x60));
        packet.put(version == 4 ? 9 : 6, (byte) TCP);
        packet.putShort(version == 4 ? 2 : 4, (short) (version == 4 ? packet.capacity() : TCP_HEADER));
        packet.put(ipHeader + 12, (byte) (TCP_HEADER / 4 << 4));
        return packet.array();
    }
}
