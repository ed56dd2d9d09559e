package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapngReaderTest {

    private static final String LITTLE_SECTION =
            "0a0d0d0a" + "1c000000" + "4d3c2b1a" + "01000000" + "ffffffffffffffff" + "1c000000";

    @TempDir
    Path folder;

    @Test
    void readsWhatTheEncoderWrote() throws IOException {
        BlockEncoder encoder = encoded();

        List<Block> blocks = read(bytes(encoder));

        assertThat(blocks.get(0)).isEqualTo(new Block.Section("hellowire", "said"));
        Block.Packet packet = (Block.Packet) blocks.get(3);
        assertThat(packet.timeNanos()).isEqualTo(1_700_000_000_123_456_789L);
        assertThat(packet.data()).isEqualTo(new byte[] {1, 2, 3});
        assertThat(packet.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(packet.comment()).isEqualTo("hello");
        assertThat(packet.from().name()).isEqualTo("wire");
        assertThat(blocks.get(2)).isEqualTo(new Block.TlsSecrets("A B C\n"));
        assertThat(blocks.get(4)).isEqualTo(new Block.Statistics(0, 9L, 8L));
    }

    @Test
    void readsBigEndianFilesInMicroseconds() throws IOException {
        List<Block> blocks = read(hex("0a0d0d0a" + "0000001c" + "1a2b3c4d" + "00010000" + "ffffffffffffffff"
                + "0000001c"
                + "00000001" + "00000014" + "00010000" + "00000000" + "00000014"
                + "00000006" + "00000024" + "00000000" + "00000001" + "00000002" + "00000001" + "00000001" + "ff000000"
                + "00000024"));

        Block.Packet packet = (Block.Packet) blocks.get(2);
        assertThat(packet.timeNanos()).isEqualTo(((1L << 32) + 2) * 1000);
        assertThat(packet.from().linkType()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"9, 1500, 1500", "3, 1500, 1500000000", "0, 2, 2000000000", "12, 1500, 1", "-118, 1536, 1500000000"})
    void countsTimeInEveryResolution(byte code, long ticks, long nanos) {
        assertThat(new TimeResolution(code).nanos(ticks)).isEqualTo(nanos);
    }

    @Test
    void readsAllWholeBlocksWhereverTheFileIsCut() throws IOException {
        byte[] whole = bytes(encoded());
        List<Integer> ends = ends(whole);

        for (int length = ends.get(0); length < whole.length; length++) {
            int cut = length;
            try (CaptureInput in = CaptureInput.open(file(Arrays.copyOf(whole, length)), "a capture")) {
                PcapngReader reader = new PcapngReader(in, "a capture");
                assertThat(all(reader)).as("cut at %d", cut).hasSize((int)
                        ends.stream().filter(end -> end <= cut).count());
                assertThat(reader.isCutShort()).isEqualTo(!ends.contains(cut));
            }
        }
    }

    @Test
    void neverFailsOtherwiseThanByOneLineWhateverByteIsWrong() throws IOException {
        byte[] whole = bytes(encoded());

        for (int i = 0; i < whole.length; i++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] damaged = whole.clone();
                damaged[i] = (byte) value;
                try {
                    read(damaged);
                } catch (MalformedCaptureException e) {
                    assertThat(e.getMessage()).startsWith("at byte ").contains("(expected: ");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | at byte 0: 0 bytes (expected: a pcapng file)",
                "726f6f743a783a303a300a0000000000 | at byte 0: no section header (expected: a pcapng file)",
                "0a0d0d0a1c00000000000000 | at byte 8: no byte order (expected: 1a2b3c4d in either order)",
                "0a0d0d0a1d0000004d3c2b1a | at byte 4: a block of 29 bytes (expected: a multiple of 4 from 28 to 16777216)",
                "0a0d0d0affffffff4d3c2b1a | at byte 4: a block of 4294967295 bytes (expected: a multiple of 4 from 28 to"
                        + " 16777216)"
            })
    void refusesWhatIsNoCapture(String hex, String message) {
        assertThatThrownBy(() -> read(hex(hex))).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0600000010000000ffffffff10000000 | at byte 28: a block of type 6 with 4 bytes (expected: at least 20)",
                "0b0000000c0000000d000000 | at byte 36: a block whose two lengths differ (expected: 12 at its end as at its"
                        + " start)",
                "0a0000001400000041424344ffffffff14000000 | at byte 28: secrets of -1 bytes (expected: 0 at most, to the"
                        + " block's end)"
            })
    void saysWhereABlockGoesWrong(String hex, String message) {
        assertThatThrownBy(() -> read(hex(LITTLE_SECTION + hex))).hasMessage(message);
    }

    @Test
    void readsPacketsOfTheFormsThatSomeProgramsWrite() throws IOException {
        String described = "01000000" + "14000000" + "01000000" + "03000000" + "14000000"; // 3 bytes of each at most
        String obsolete = "02000000" + "24000000" + "00000500" + "00000000" + "40420f00" + "02000000" + "09000000"
                + "aabb0000" + "24000000";
        String simple = "03000000" + "14000000" + "09000000" + "ccddee00" + "14000000";

        List<Block> blocks = read(hex(LITTLE_SECTION + described + obsolete + simple));

        Block.Packet first = (Block.Packet) blocks.get(2);
        Block.Packet second = (Block.Packet) blocks.get(3);
        assertThat(first.data()).isEqualTo(hex("aabb"));
        assertThat(first.timeNanos()).isEqualTo(1_000_000_000);
        assertThat(second.data()).isEqualTo(hex("ccddee"));
        assertThat(second.originalLength()).isEqualTo(9);
        assertThat(second.timeNanos()).isEqualTo(1_000_000_000);
    }

    @Test
    void saysThatACaptureIsCutShortRightBehindTheFirstNumbersOfASection() throws IOException {
        byte[] cut = hex(LITTLE_SECTION + LITTLE_SECTION.substring(0, 16));
        try (CaptureInput in = CaptureInput.open(file(cut), "a capture")) {
            PcapngReader reader = new PcapngReader(in, "a capture");
            assertThat(all(reader)).hasSize(1);
            assertThat(reader.isCutShort()).isTrue();
        }
    }

    @Test
    void refusesAPacketOfAnInterfaceThatIsNotThere() {
        assertThatThrownBy(
                        () -> read(hex(LITTLE_SECTION + "06000000" + "20000000" + "00000000".repeat(5) + "20000000")))
                .hasMessage("at byte 28: a packet of interface 0 (expected: one of the 0 described before it)");
    }

    private static BlockEncoder encoded() {
        BlockEncoder encoder = new BlockEncoder();
        encoder.sectionHeader("hellowire", "said");
        encoder.interfaceDescription("wire", "all", 0, null);
        encoder.tlsSecrets("A B C\n".getBytes(US_ASCII));
        PacketFacts facts = new PacketFacts(0, 1_700_000_000_123_456_789L, Direction.OUTBOUND, 0, "hello");
        encoder.packet(facts, ByteBuffer.wrap(new byte[] {1, 2, 3}), 0);
        encoder.statistics(new InterfaceStatistics(0, 1, 2, 9, 8));
        return encoder;
    }

    private static List<Integer> ends(byte[] whole) {
        List<Integer> ends = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < whole.length; ) {
            at += in.getInt(at + 4);
            ends.add(at);
        }
        return ends;
    }

    private List<Block> read(byte[] bytes) throws IOException {
        try (CaptureInput in = CaptureInput.open(file(bytes), "a capture")) {
            return all(new PcapngReader(in, "a pcapng file"));
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.pcapng"), bytes);
    }

    private static List<Block> all(PcapngReader reader) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Block block = reader.next(); block != null; block = reader.next()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static byte[] bytes(BlockEncoder encoder) {
        byte[] bytes = new byte[encoder.size()];
        encoder.blocks().get(bytes);
        return bytes;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
