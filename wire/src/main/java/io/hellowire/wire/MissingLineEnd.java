package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what stands where the end of a line should be: the characters of an escape that nobody resolved, or CR alone. */
final class MissingLineEnd {

    /** Not just any backslash, which paths of Windows have: both escapes in a row, or one where the line breaks off. */
    private static final Pattern TYPED = Pattern.compile("\\\\r\\\\n|\\\\[rn]$");

    private final PartialHead head;
    private final int start;
    private final String line;

    /**
     * @param head holds the line
     * @param start where it begins
     * @param end where it ends, or breaks off
     */
    MissingLineEnd(PartialHead head, int start, int end) {
        this.head = head;
        this.start = start;
        this.line = new String(head.bytes(), start, end - start, ISO_8859_1);
    }

    /** The refusal of what was typed instead of a line end; {@code null} if there is nothing like it. */
    @Nullable
    MalformedMessageException typed() {
        Matcher typed = TYPED.matcher(line);
        if (!typed.find()) {
            return null;
        }
        boolean cr = typed.group().startsWith("\\r");
        String found = "the characters \\ and " + (cr ? "r where CR" : "n where LF") + " belongs";
        return head.malformed(Malformation.TYPED_LINE_END, found, start + typed.start());
    }

    /** The refusal of a CR that LF does not follow; {@code null} if there is none. */
    @Nullable
    MalformedMessageException bareCr() {
        int cr = line.indexOf('\r');
        return cr < 0 ? null : head.malformed(Malformation.BARE_CR, "a CR without LF", start + cr);
    }
}
