package io.hellowire.client.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.wire.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Text from a peer as lines that are safe on a terminal. Letters of all languages stay letters where the terminal has
 * them; whatever moves the cursor, turns the direction of writing or is not UTF-8 is shown as {@code \xNN}.
 */
final class VisibleText {

    private final Style style;

    VisibleText(Style style) {
        this.style = style;
    }

    /** The lines between line feeds; the last is cut short if the bytes end without one. */
    List<String> lines(byte[] bytes, int from, int to) {
        List<String> lines = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                boolean cr = i > start && bytes[i - 1] == '\r';
                String end = style.lineEnds() ? (cr ? "\\r\\n" : "\\n") : "";
                lines.add(line(bytes, start, cr ? i - 1 : i) + end);
                start = i + 1;
            }
        }
        if (start < to) {
            lines.add(line(bytes, start, to));
        }
        return lines;
    }

    private String line(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            int length = style.glyphs() == Glyphs.ASCII ? 0 : lengthOfLetter(bytes, i, to);
            if (bytes[i] == '\t') {
                out.append("    ");
                i++;
            } else if (bytes[i] == '\\') {
                out.append(looksLikeEscape(bytes, i, to) ? "\\\\" : "\\"); // more would make a body unreadable
                i++;
            } else if (length > 1) {
                out.append(new String(bytes, i, length, UTF_8));
                i += length;
            } else {
                out.append(Printable.of(bytes, i, i + 1));
                i++;
            }
        }
        return out.toString();
    }

    /** Whether somebody would take a backslash and what follows for our way to write a byte. */
    private boolean looksLikeEscape(byte[] bytes, int at, int end) {
        char next = at + 1 < end ? (char) bytes[at + 1] : ' ';
        boolean number = next == 'x'
                && at + 3 < end
                && Character.digit(bytes[at + 2], 16) >= 0
                && Character.digit(bytes[at + 3], 16) >= 0;
        return next == '\\' || number || (style.lineEnds() && (next == 'r' || next == 'n'));
    }

    /** How many bytes a well-formed letter beyond ASCII takes, or 0 if none is here. */
    private static int lengthOfLetter(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        String text = new String(bytes, at, length, UTF_8);
        boolean wellFormed = text.codePointCount(0, text.length()) == 1 && text.indexOf('\ufffd') < 0;
        return wellFormed && Printable.shows(text.codePointAt(0)) ? length : 0;
    }
}
