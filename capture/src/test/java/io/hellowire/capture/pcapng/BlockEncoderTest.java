package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Held against the figures of draft-ietf-opsawg-pcapng, section by section. */
class BlockEncoderTest {

    private final BlockEncoder encoder = new BlockEncoder();

    @Test
    void laysOutAPacketWithFlagsAndNoComment() {
        PacketFacts facts = new PacketFacts(1, 0x0102030405060708L, Direction.INBOUND, 0, null);

        encoder.packet(facts, ByteBuffer.wrap("abcde".getBytes(US_ASCII)), 0);

        assertThat(blocks())
                .isEqualTo("06000000" + "34000000" // type and length
                        + "01000000" // interface
                        + "04030201" + "08070605" // time, the upper half first
                        + "05000000" + "05000000" // captured and original length
                        + "6162636465000000" // the data and its padding
                        + "0200" + "0400" + "01000000" // epb_flags: inbound
                        + "00000000" // end of options
                        + "34000000");
    }

    @Test
    void putsTheCommentInFrontAndTheDropCountBehind() {
        PacketFacts facts = new PacketFacts(0, 0, Direction.OUTBOUND, 7, "hi");

        encoder.packet(facts, ByteBuffer.allocate(0), 0);

        assertThat(blocks().substring(2 * 28))
                .isEqualTo("0100" + "0200" + "68690000" + "0200" + "0400" + "02000000" + "0400" + "0800"
                        + "0700000000000000" + "00000000" + "40000000");
    }

    @Test
    void keepsTheOriginalLengthOfAPacketThatItCuts() {
        encoder.packet(new PacketFacts(0, 0, Direction.UNKNOWN, 0, null), ByteBuffer.wrap(new byte[100]), 68);

        assertThat(blocks().substring(2 * 20, 2 * 28)).isEqualTo("44000000" + "64000000");
    }

    @Test
    void laysOutSecretsWithoutOptions() {
        encoder.tlsSecrets("KEY\n#".getBytes(US_ASCII));

        assertThat(blocks())
                .isEqualTo("0a000000" + "1c000000" + "4b534c54" + "05000000" + "4b45590a23000000" + "1c000000");
    }

    @Test
    void describesAnInterfaceOfRawIpInNanoseconds() {
        encoder.interfaceDescription("wire", "all", 96, "port 1");

        assertThat(blocks())
                .isEqualTo("01000000" + "3c000000" + "6500" + "0000" + "60000000" // LINKTYPE_RAW, snap length
                        + "0200" + "0400" + "77697265" // if_name
                        + "0300" + "0300" + "616c6c00" // if_description
                        + "0900" + "0100" + "09000000" // if_tsresol: 10^-9
                        + "0b00" + "0700" + "00706f7274203100" // if_filter, as text
                        + "00000000" + "3c000000");
    }

    @Test
    void beginsASectionOfUnknownLength() {
        encoder.sectionHeader("hellowire", "a comment");

        assertThat(blocks())
                .startsWith("0a0d0d0a")
                .contains("4d3c2b1a" + "0100" + "0000" + "ffffffffffffffff" + "0100" + "0900" + hex("a comment"))
                .contains("0400" + "0900" + hex("hellowire"));
    }

    @Test
    void saysAtTheEndHowManyWereDropped() {
        encoder.statistics(new InterfaceStatistics(1, 5, 6, 1000, 3));

        assertThat(blocks())
                .isEqualTo("05000000" + "4c000000" + "01000000" + "00000000" + "06000000"
                        + "0200" + "0800" + "00000000" + "05000000" + "0300" + "0800" + "00000000" + "06000000"
                        + "0400" + "0800" + "e803000000000000" + "0500" + "0800" + "0300000000000000"
                        + "00000000" + "4c000000");
    }

    @Test
    void growsForABlockLargerThanItsBuffer() {
        byte[] lines = new byte[200_000];

        encoder.tlsSecrets(lines);

        assertThat(encoder.size()).isEqualTo(lines.length + 20);
    }

    private String blocks() {
        ByteBuffer blocks = encoder.blocks();
        byte[] bytes = new byte[blocks.remaining()];
        blocks.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }
}
