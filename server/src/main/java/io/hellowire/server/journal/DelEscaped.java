package io.hellowire.server.journal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import org.jspecify.annotations.Nullable;

/** JSON's own escapes (RFC 8259 section 7), and one for the control character DEL, which JSON takes as it is. */
final class DelEscaped extends CharacterEscapes {

    private static final long serialVersionUID = 1;
    private static final int DEL = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DEL] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return null; // each has the standard one
    }
}
