package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A head that is still coming: its bytes so far, in the one copy that is made of them, and the index of what has been
 * parsed. It takes no byte beyond the empty line that ends the head, and looks at none twice to find that line.
 */
final class PartialHead {

    /** The index begins with four marks: where the start line begins, has its first and second space, and ends. */
    static final int START = 0;

    static final int FIRST_SPACE = 1;
    static final int SECOND_SPACE = 2;
    static final int START_LINE_END = 3;

    /** Then come two entries a field, its beginning and its colon; last, where the empty line begins. */
    static final int FIRST_FIELD = 4;

    private static final byte[] NO_BYTES = {};
    private static final int[] NO_INDEX = {};

    private final HeadLimits limits;
    private final Tolerance tolerance;
    private byte[] bytes = NO_BYTES;
    private int length;
    private int lines;
    private int linesEnd;
    private int position;
    private boolean begun;
    private int startLineLf;
    private int[] index = NO_INDEX;
    private int fieldCount;
    private Set<Oddity> oddities = Set.of();

    PartialHead(HeadLimits limits, Tolerance tolerance) {
        this.limits = limits;
        this.tolerance = tolerance;
    }

    /** Forgets all of it, ready for the next one. */
    void clear() {
        bytes = NO_BYTES;
        length = 0;
        lines = 0;
        linesEnd = 0;
        position = 0;
        begun = false;
        index = NO_INDEX;
        fieldCount = 0;
        oddities = Set.of();
    }

    /** From now on an empty line is the end, even where no other line came before it. */
    void begin() {
        begun = true;
    }

    /** Whether anything but empty lines has come. */
    boolean hasBegun() {
        return begun || length > linesEnd;
    }

    /**
     * Takes from the input what belongs to this head, within its limit.
     *
     * @return whether the empty line that ends it is there
     */
    boolean take(ByteBuf in) {
        int reader = in.readerIndex();
        int limit = reader + Math.min(in.readableBytes(), limits.maxHeadBytes() - length);
        int lineStart = reader - (length - linesEnd); // before the reader index if the line began earlier
        int lf = in.indexOf(reader, limit, (byte) '\n');
        while (lf >= 0) {
            boolean empty = isEmptyLine(in, lineStart, lf);
            lines++;
            lineStart = lf + 1;
            if (empty && begun) {
                append(in, lineStart - reader);
                linesEnd = length;
                return true;
            }
            if (!empty && !begun) {
                begun = true;
                startLineLf = length + lf - reader;
            }
            lf = in.indexOf(lineStart, limit, (byte) '\n');
        }
        append(in, limit - reader);
        linesEnd = length - (limit - lineStart);
        return false;
    }

    private boolean isEmptyLine(ByteBuf in, int lineStart, int lf) {
        if (lf - lineStart > 1) {
            return false;
        }
        return lf == lineStart || (lineStart < in.readerIndex() ? bytes[length - 1] : in.getByte(lineStart)) == '\r';
    }

    private void append(ByteBuf in, int count) {
        if (length + count > bytes.length) {
            bytes = length == 0
                    ? new byte[count]
                    : Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * length, limits.maxHeadBytes())));
        }
        in.readBytes(bytes, length, count);
        length += count;
        int capacity = FIRST_FIELD + 2 * Math.min(lines, limits.maxFields() + 1) + 1;
        if (capacity > index.length) {
            index = Arrays.copyOf(index, capacity);
        }
    }

    /** Where the line end, CRLF or LF, of the start line begins; it must be there whole. */
    int startLineEnd() {
        return lineEndBefore(bytes, startLineLf + 1);
    }

    /** Whether it is as large as it may be. */
    boolean isFull() {
        return length == limits.maxHeadBytes();
    }

    /** Whether a line is there whole that has not been parsed. */
    boolean hasLine() {
        return position < linesEnd;
    }

    /** Whether a line ends here, with CRLF or LF; the last byte of all whole lines is an LF. */
    boolean isLineEnd(int at) {
        return bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] == '\n');
    }

    /** Where the next line to parse begins. */
    int position() {
        return position;
    }

    /** The bytes, of which {@link #length()} have been received. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** How much memory it takes, which is more than has come. */
    int heldBytes() {
        return bytes.length + index.length * Integer.BYTES;
    }

    int fieldCount() {
        return fieldCount;
    }

    Set<Oddity> oddities() {
        return oddities;
    }

    void note(Oddity oddity) {
        if (oddities.isEmpty()) {
            oddities = EnumSet.of(oddity); // most heads need none
        } else {
            oddities.add(oddity);
        }
    }

    /** Notes what is odd, or refuses it, whichever this head's tolerance is. */
    void tolerate(Oddity oddity, Malformation malformation, String found, int offset) throws MalformedMessageException {
        if (tolerance == Tolerance.STRICT) {
            throw malformed(malformation, found, offset);
        }
        note(oddity);
    }

    void mark(int mark, int offset) {
        index[mark] = offset;
    }

    void addField(int start, int colon) throws MalformedMessageException {
        if (fieldCount == limits.maxFields()) {
            throw malformed(Malformation.TOO_MANY_FIELDS, "more than " + fieldCount + " fields", start);
        }
        index[FIRST_FIELD + 2 * fieldCount] = start;
        index[FIRST_FIELD + 2 * fieldCount + 1] = colon;
        fieldCount++;
    }

    /** Takes down where the empty line is. */
    void markEnd() {
        index[FIRST_FIELD + 2 * fieldCount] = position;
    }

    /**
     * Goes on to the next line if the current one ends here.
     *
     * @return whether CRLF or LF is here
     */
    boolean endLine(int at) {
        if (!isLineEnd(at)) {
            return false;
        }
        if (bytes[at] == '\n') {
            note(Oddity.BARE_LF);
            position = at + 1;
        } else {
            position = at + 2;
        }
        return true;
    }

    /** Where the first LF is that has no CR before it; there must be one. */
    int firstBareLf() {
        int at = 0;
        while (bytes[at] != '\n' || (at > 0 && bytes[at - 1] == '\r')) {
            at++;
        }
        return at;
    }

    /** Where the line end, CRLF or LF, begins that is before this line. */
    static int lineEndBefore(byte[] bytes, int nextLine) {
        return nextLine >= 2 && bytes[nextLine - 2] == '\r' ? nextLine - 2 : nextLine - 1;
    }

    /** All bytes and nothing else. */
    byte[] exactBytes() {
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }

    int[] index() {
        return index;
    }

    /** What is at an offset, for people. */
    String nameAt(int at) {
        return isLineEnd(at) ? "the end of the line" : Syntax.nameOf(bytes[at]);
    }

    MalformedMessageException malformed(Malformation malformation, String found, int offset) {
        return MalformedMessageException.inHead(malformation, found, bytes, length, offset);
    }
}
