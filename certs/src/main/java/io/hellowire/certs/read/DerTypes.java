package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** What the content of each universal type may be (X.690 section 8), as far as a certificate has them. */
final class DerTypes {

    private static final int CLASS = 0xc0;
    private static final int NUMBER = 0x1f;
    private static final int SET = 0x31;

    private DerTypes() {}

    /** Of the universal types only sequences and sets; what other classes hold is for those who know them. */
    static boolean mayBeConstructed(int tag) {
        return (tag & NUMBER) != NUMBER && ((tag & CLASS) != 0 || tag == Der.SEQUENCE || tag == SET);
    }

    static boolean isSound(int tag, byte[] content) {
        if ((tag & CLASS) != 0) {
            return (tag & NUMBER) != NUMBER; // a number in further bytes, which nothing in a certificate has
        }
        return switch (tag) {
            case 0x01 -> content.length == 1;
            case Der.INTEGER, 0x0a -> isMinimal(content);
            case Der.BIT_STRING -> content.length > 0 && unusedBitsFit(content);
            case Der.NULL -> content.length == 0;
            case Der.OBJECT_IDENTIFIER -> content.length > 0 && content[content.length - 1] >= 0;
            case 0x0c -> isUtf8(content);
            case 0x1c -> content.length % 4 == 0; // UniversalString
            case 0x1e -> content.length % 2 == 0; // BMPString
            default -> (tag & NUMBER) != NUMBER && (tag & 0x20) == 0;
        };
    }

    private static boolean isMinimal(byte[] number) {
        if (number.length < 2) {
            return number.length == 1;
        }
        return !(number[0] == 0 && number[1] >= 0) && !(number[0] == -1 && number[1] < 0);
    }

    private static boolean unusedBitsFit(byte[] bits) {
        return bits[0] >= 0 && bits[0] <= (bits.length == 1 ? 0 : 7);
    }

    private static boolean isUtf8(byte[] text) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
