package io.hellowire.client.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a report, with a margin on the left in which blocks have their names. */
final class Page {

    static final int MARGIN = 10;

    private static final Pattern COLUMN_GAP = Pattern.compile("\\S {2,}");
    private static final Pattern UNIT =
            Pattern.compile("(?:\\d{3}|bytes?|head|body|more|ms|s|days?|addresses|chunks?|fields?|roots|of)\\b");

    private final Style style;
    private final StringBuilder out = new StringBuilder();
    private String label = "";

    Page(Style style) {
        this.style = style;
    }

    Style style() {
        return style;
    }

    /** How many columns a line has right of the margin. */
    int room() {
        return style.width() - MARGIN;
    }

    /** Begins a block: its name stands in the margin of the next line. */
    Page block(String name) {
        out.append('\n');
        label = name;
        return this;
    }

    /** A line that is broken at spaces where it is too long; the next ones stand under its second column. */
    void line(String text) {
        broken(text, secondColumn(text));
    }

    /** The same behind a word that says what it is, under which nothing else stands. */
    void line(String word, String text) {
        broken(word + text, visible(word));
    }

    /** Lines of one width. */
    void paragraph(String text) {
        broken(text, 0);
    }

    private void broken(String text, int indent) {
        for (String part : wrap(text, room(), indent)) {
            margin();
            out.append(part).append('\n');
        }
    }

    /** Where the second column begins, if there is one that leaves room; columns are two spaces apart. */
    private int secondColumn(String text) {
        Matcher gap = COLUMN_GAP.matcher(Ink.without(text));
        return gap.find() && gap.end() <= room() / 2 ? gap.end() : 2;
    }

    /** A line that fits, or has no place to be broken at. */
    void exact(String text) {
        margin();
        out.append(text).append('\n');
    }

    /** A line with a mark at the end of the margin, such as {@code <} before what was received. */
    void marked(String mark, String text) {
        out.append(" ".repeat(MARGIN - 2)).append(mark);
        out.append(text.isEmpty() ? "" : " " + text).append('\n');
    }

    /** Text without a margin. */
    void flush(String text) {
        out.append(text).append('\n');
    }

    /** Two texts, one at each end of the line; the second on a line of its own if they do not fit. */
    void ends(String left, int leftColumns, String right, int rightColumns) {
        int gap = style.width() - leftColumns - rightColumns;
        if (gap < 2) {
            out.append(left).append('\n');
            out.append(" ".repeat(Math.max(0, style.width() - rightColumns)));
        } else {
            out.append(left).append(" ".repeat(gap));
        }
        out.append(right).append('\n');
    }

    private void margin() {
        String shown = Ink.BOLD.on(label, style);
        out.append(shown).append(" ".repeat(Math.max(1, MARGIN - label.length())));
        label = "";
    }

    /** Breaks text at spaces; colours take no room. */
    static List<String> wrap(String text, int columns, int indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        String lead = "";
        while (lead.length() + visible(rest) > columns) {
            int at = lastSpaceWithin(rest, columns - lead.length());
            if (at < 0) {
                break;
            }
            lines.add(lead + rest.substring(0, at).stripTrailing());
            rest = rest.substring(at + 1).stripLeading();
            lead = " ".repeat(indent);
        }
        lines.add(lead + rest);
        return lines;
    }

    /** Whether a space stands between a number and what it counts, or its thousands. */
    private static boolean isInNumber(String text, int space) {
        return Character.isDigit(text.charAt(space - 1))
                && UNIT.matcher(text).region(space + 1, text.length()).lookingAt();
    }

    /** The last space before the limit, or the first after it if there is none; negative if there is no space. */
    private static int lastSpaceWithin(String text, int columns) {
        int found = -1;
        for (int at = text.indexOf(' ', 1); at > 0; at = text.indexOf(' ', at + 1)) {
            boolean fits = visible(text.substring(0, at)) <= columns;
            if (!fits && found > 0) {
                return found;
            }
            boolean blankBefore = text.substring(0, at).isBlank() || isInNumber(text, at);
            found = blankBefore ? found : at;
            if (!fits && found > 0) {
                return found;
            }
        }
        return found;
    }

    private static int visible(String text) {
        return Ink.without(text).length();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
