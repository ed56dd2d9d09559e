package io.hellowire.capture.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.pcapng.Block;
import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets as a snap length leaves them: cut anywhere. */
class TcpPacketTest {

    private static final int RAW_IP = 101;
    private static final int TCP = 6;
    private static final int TCP_HEADER = 20;

    /** Checksum and urgent pointer; Wireshark, too, can do without. */
    private static final int BEHIND_FLAGS = 4;

    @ParameterizedTest(name = "IPv{0}")
    @ValueSource(ints = {4, 6})
    void isReadAsSoonAsItsPortsNumbersAndFlagsAreThere(int version) {
        byte[] packet = packet(version);
        for (int length = 0; length <= packet.length; length++) {
            TcpPacket read = new TcpPackets().read(frame(Arrays.copyOf(packet, length), packet.length));

            if (length < packet.length - BEHIND_FLAGS) {
                assertThat(read).as(length + " bytes").isNull();
            } else {
                assertThat(read).isNotNull();
            }
        }
    }

    private static Block.Packet frame(byte[] captured, int originalLength) {
        Block.Interface from = Block.Interface.unnamed(RAW_IP);
        return new Block.Packet(from, 0, captured, originalLength, Direction.UNKNOWN, null);
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
