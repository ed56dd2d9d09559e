package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Field lines as they were received: a view of the bytes, of which none is changed, with an index of where each line
 * begins. The text accessors make Strings when asked; whoever is in a hurry uses {@link #bytes()} and the positions.
 */
public abstract sealed class FieldSection permits Http1RequestHead, ResponseHead, TrailerSection {

    /** The number that no field has. */
    static final int NONE = -1;

    private static final Pattern FOLD = Pattern.compile("[ \t]*\r?\n[ \t]+");

    private final byte[] bytes;
    private final int[] index;
    private final int fieldCount;
    private Set<Oddity> oddities;

    FieldSection(PartialHead partial) {
        this.bytes = partial.exactBytes();
        this.index = partial.index();
        this.fieldCount = partial.fieldCount();
        this.oddities = partial.oddities();
    }

    /**
     * Every byte received, from the first (also of empty lines before the start line) to the LF of the empty line that
     * ends it. This is the array itself and not a copy: to be read only.
     */
    public final byte[] bytes() {
        return bytes;
    }

    /** How much memory it takes, in bytes. */
    public final int heldBytes() {
        return bytes.length + index.length * Integer.BYTES;
    }

    /** How many field lines there are; a folded one counts once. */
    public final int fieldCount() {
        return fieldCount;
    }

    /** The field line with this number, counted from 0. */
    public final FieldLine field(int number) {
        return new FieldLine(name(number), value(number), text(nameStart(number), lineEnd(number)));
    }

    /** The field lines in the order received. */
    public final List<FieldLine> fields() {
        return IntStream.range(0, fieldCount).mapToObj(this::field).toList();
    }

    /** The name of the field line with this number, in the case received. */
    public final String name(int number) {
        return text(nameStart(number), nameEnd(number));
    }

    /** The value of the field line with this number: no whitespace around it, a fold within it as one space. */
    public final String value(int number) {
        String value = text(valueStart(number), valueEnd(number));
        return value.indexOf('\n') < 0
                ? value
                : FOLD.matcher(value).replaceAll(" ").strip();
    }

    /** Where in {@link #bytes()} the name, and so the line, begins. */
    public final int nameStart(int number) {
        return index[PartialHead.FIRST_FIELD + 2 * number];
    }

    /** Where in {@link #bytes()} the name ends. */
    public final int nameEnd(int number) {
        int end = colon(number);
        while (Syntax.isBlank(bytes[end - 1])) { // in responses only
            end--;
        }
        return end;
    }

    /** Where in {@link #bytes()} the value begins, after any whitespace. */
    public final int valueStart(int number) {
        int start = colon(number) + 1;
        while (Syntax.isBlank(bytes[start])) {
            start++;
        }
        return start;
    }

    /** Where in {@link #bytes()} the value ends, before any whitespace. */
    public final int valueEnd(int number) {
        int start = valueStart(number);
        int end = lineEnd(number);
        while (end > start && Syntax.isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    /** Where in {@link #bytes()} the line end, CRLF or LF, of a field line begins. */
    public final int lineEnd(int number) {
        return PartialHead.lineEndBefore(bytes, nameStart(number + 1));
    }

    private int colon(int number) {
        return index[PartialHead.FIRST_FIELD + 2 * number + 1];
    }

    final int startLineMark(int mark) {
        return index[mark];
    }

    /** Whether the field line with this number has this name, in any case. */
    public final boolean isNamed(int number, String name) {
        int start = nameStart(number);
        int end = start + name.length();
        int colon = colon(number);
        return (end == colon || (end < colon && Syntax.isBlank(bytes[end]))) // a blank in responses only
                && Syntax.equalsIgnoreCase(name, bytes, start, end);
    }

    /** The number of the first field with this name from a number on; {@link #NONE} if there is none. */
    final int find(String name, int from) {
        for (int i = from; i < fieldCount; i++) {
            if (isNamed(i, name)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether there is a field with this name, in any case. */
    public final boolean has(String name) {
        return find(name, 0) != NONE;
    }

    /** The value of the first field with this name, in any case; {@code null} if there is none. */
    public final @Nullable String first(String name) {
        int number = find(name, 0);
        return number == NONE ? null : value(number);
    }

    /** The values of all fields with this name, in any case, in the order received. */
    public final List<String> all(String name) {
        return IntStream.range(0, fieldCount)
                .filter(i -> isNamed(i, name))
                .mapToObj(this::value)
                .toList();
    }

    /** Whether a token is a member, in any case, of the list that all fields with this name make up. */
    public final boolean hasToken(String name, String token) {
        for (int i = find(name, 0); i != NONE; i = find(name, i + 1)) {
            if (hasToken(valueStart(i), valueEnd(i), token)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasToken(int from, int to, String token) {
        int start = from;
        while (start < to) {
            int comma = start;
            while (comma < to && bytes[comma] != ',') {
                comma++;
            }
            int first = Syntax.skipBlanks(bytes, start, comma);
            int last = comma;
            while (last > first && Syntax.isBlank(bytes[last - 1])) {
                last--;
            }
            if (Syntax.equalsIgnoreCase(token, bytes, first, last)) {
                return true;
            }
            start = comma + 1;
        }
        return false;
    }

    final boolean isPersistent(boolean isHttp10) {
        if (oddities.contains(Oddity.CHUNKED_IN_HTTP_1_0) || hasToken("Connection", "close")) {
            return false;
        }
        return !isHttp10 || hasToken("Connection", "keep-alive");
    }

    /** What was odd about it but was read all the same. */
    public final Set<Oddity> oddities() {
        return Collections.unmodifiableSet(oddities);
    }

    /** Takes down an oddity; while it is being made only. */
    final void note(Oddity oddity) {
        Set<Oddity> more = EnumSet.of(oddity);
        more.addAll(oddities);
        oddities = more;
    }

    /** The bytes from {@code from} to before {@code to} as ISO-8859-1. */
    final String text(int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    /** Names what is wrong with the value of a field. */
    final MalformedMessageException malformed(Malformation malformation, int number) {
        return malformed(
                malformation,
                name(number) + ": " + Syntax.quote(bytes, valueStart(number), valueEnd(number)),
                valueStart(number));
    }

    final MalformedMessageException malformed(Malformation malformation, String found, int offset) {
        return MalformedMessageException.inHead(malformation, found, bytes, bytes.length, offset);
    }
}
