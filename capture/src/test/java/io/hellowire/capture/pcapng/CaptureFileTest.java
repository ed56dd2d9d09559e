package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureFileTest {

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;

    private static final long SECONDS = 3_000_000_000L; // after 2038

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"LITTLE_ENDIAN, true", "LITTLE_ENDIAN, false", "BIG_ENDIAN, true", "BIG_ENDIAN, false"})
    void readsClassicFiles(String order, boolean isNano) throws IOException {
        byte[] file = pcap(
                order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                isNano ? NANOSECONDS : MICROSECONDS);

        List<Block> blocks = read(file);

        assertThat(blocks).hasSize(3);
        Block.Packet packet = (Block.Packet) blocks.get(2);
        assertThat(packet.from().linkType()).isEqualTo(113);
        assertThat(packet.timeNanos()).isEqualTo(SECONDS * 1_000_000_000 + 7 * (isNano ? 1 : 1000));
        assertThat(packet.data()).isEqualTo(new byte[] {4, 5});
        assertThat(packet.originalLength()).isEqualTo(60);
    }

    @Test
    void readsTheSameOfAPackedFile() throws IOException {
        byte[] classic = pcap(ByteOrder.LITTLE_ENDIAN, MICROSECONDS);

        assertThat(read(packed(classic))).usingRecursiveComparison().isEqualTo(read(classic));
        assertThat(read(packed(pcapng()))).usingRecursiveComparison().isEqualTo(read(pcapng()));
    }

    @Test
    void readsAllWholePacketsWhereverAFileIsCut() throws IOException {
        byte[] whole = pcap(ByteOrder.LITTLE_ENDIAN, MICROSECONDS);
        List<Integer> ends = List.of(24, 24 + 16 + 3, whole.length);
        for (int length = 24; length <= whole.length; length++) {
            int cut = length;
            try (CaptureFile file = CaptureFile.open(file(Arrays.copyOf(whole, length)))) {
                assertThat(all(file)).as("cut at %d", cut).hasSize((int)
                        ends.stream().filter(end -> end <= cut).count());
                assertThat(file.isCutShort()).isEqualTo(!ends.contains(cut));
            }
        }
    }

    @Test
    void readsWhatUnpacksWhereverAPackedFileIsCut() throws IOException {
        byte[] whole = packed(pcap(ByteOrder.LITTLE_ENDIAN, MICROSECONDS));
        for (int length = 1; length < whole.length; length++) {
            try (CaptureFile file = CaptureFile.open(file(Arrays.copyOf(whole, length)))) {
                all(file);
                assertThat(file.isCutShort()).as("cut at %d", length).isTrue();
            } catch (CaptureFileException e) {
                isOneLine(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverFailsOtherwiseThanByOneLineWhateverByteIsWrong(boolean isPacked) throws IOException {
        for (byte[] clear : List.of(pcap(ByteOrder.BIG_ENDIAN, MICROSECONDS), pcapng())) {
            byte[] whole = isPacked ? packed(clear) : clear;
            for (int i = 0; i < whole.length; i++) {
                for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                    byte[] damaged = whole.clone();
                    damaged[i] = (byte) value;
                    try {
                        read(damaged);
                    } catch (CaptureFileException e) {
                        isOneLine(e);
                    }
                }
            }
        }
    }

    private void isOneLine(CaptureFileException e) {
        assertThat(e.getMessage())
                .startsWith(folder.resolve("a.file").toString())
                .contains("at byte ")
                .contains(" (expected: ")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28b52ffd00 | a file packed by Zstandard",
                "04224d1800 | a file packed by LZ4",
                "fd377a585a | a file packed by xz",
                "425a683931 | a file packed by bzip2",
                "504b030400 | a zip archive",
                "736e6f6f70 | a snoop file",
                "a1b2cd3400 | a modified pcap file of an old Linux",
                "34cdb2a100 | a modified pcap file of an old Linux"
            })
    void namesWhatPeopleTakeForACapture(String hex, String name) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
                .hasMessage(folder.resolve("a.file") + ": at byte 0: " + name
                        + " (expected: a pcapng or pcap file, packed by gzip or not)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d4c3b2a102000400 | : at byte 0: 8 bytes (expected: a header of 24)",
                "d4c3b2a1070004000000000000000000ffff000001000000 | : at byte 4: pcap version 7 (expected: 2.4)",
                "d4c3b2a1020004000000000000000000ffff000001000000 0000000000000000ffffff7fffffff7f | : at byte 32: a packet"
                        + " of 2147483647 bytes (expected: 1048576 at most)",
                "d4c3b2a1020004000000000000000000ffff000001000000 0000000000000000ffffffffffffffff | : at byte 32: a packet"
                        + " of 4294967295 bytes (expected: 1048576 at most)",
                "1f8b07 | : at byte 0: a damaged header of gzip (expected: one of RFC 1952, for deflate)"
            })
    void saysWhereItGoesWrong(String hex, String message) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .hasMessage(folder.resolve("a.file") + message);
    }

    @Test
    void saysThatThePlaceIsOneInWhatIsUnpacked() throws IOException {
        byte[] wrong = HexFormat.of().parseHex("d4c3b2a107000400" + "00".repeat(16));
        byte[] twice = packed(packed(wrong));

        assertThatThrownBy(() -> read(packed(wrong)))
                .hasMessage(folder.resolve("a.file") + ", unpacked: at byte 4: pcap version 7 (expected: 2.4)");
        assertThatThrownBy(() -> read(twice))
                .hasMessage(folder.resolve("a.file") + ", unpacked: at byte 0: a file packed by gzip twice"
                        + " (expected: a pcapng or pcap file, packed by gzip or not)");
    }

    @Test
    void saysWhereWhatIsPackedIsDamaged() throws IOException {
        byte[] damaged = packed("a capture would be here".getBytes(ISO_8859_1));
        damaged[damaged.length - 5] ^= 1; // of its checksum

        assertThatThrownBy(() -> read(damaged)).hasMessageContaining("(expected: ");
    }

    private static byte[] pcap(ByteOrder order, int magic) {
        ByteBuffer file = ByteBuffer.allocate(24 + 16 + 3 + 16 + 2).order(order);
        file.putInt(magic).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65535);
        file.putInt(113 | 0x14000000); // with a checksum of 4 bytes behind each frame, which the header tells
        file.putInt(1).putInt(5).putInt(3).putInt(3).put(new byte[] {1, 2, 3});
        file.putInt((int) SECONDS).putInt(7).putInt(2).putInt(60).put(new byte[] {4, 5});
        return file.array();
    }

    private static byte[] pcapng() {
        BlockEncoder blocks = new BlockEncoder();
        blocks.sectionHeader("hellowire", "said");
        blocks.interfaceDescription("wire", "all", 0, null);
        byte[] bytes = new byte[blocks.size()];
        blocks.blocks().get(bytes);
        return bytes;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private List<Block> read(byte[] bytes) throws IOException {
        try (CaptureFile file = CaptureFile.open(file(bytes))) {
            return all(file);
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.file"), bytes);
    }

    private static List<Block> all(CaptureFile file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Block block = file.next(); block != null; block = file.next()) {
            blocks.add(block);
        }
        return blocks;
    }
}
