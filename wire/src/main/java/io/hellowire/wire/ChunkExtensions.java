package io.hellowire.wire;

/** Checks the extensions of a chunk's line: each a name, perhaps with a value, RFC 9112 section 7.1.1. */
final class ChunkExtensions {

    private final byte[] bytes;
    private final int end;
    private int at;
    private String missing = "";

    /**
     * @param start where they begin, with a semicolon
     * @param end where the line end begins
     */
    ChunkExtensions(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Whether all of them are as they should be; if not, {@link #at()} and {@link #found()} tell what is not. */
    boolean areWellFormed() {
        while (at < end) {
            if (bytes[at] != ';') {
                return mistake("a semicolon");
            }
            if (!passName() || !passValue()) {
                return false;
            }
        }
        return true;
    }

    private boolean passName() {
        at = Syntax.skipBlanks(bytes, at + 1, end);
        int nameEnd = Syntax.skip(Syntax.TOKEN, bytes, at, end);
        if (nameEnd == at) {
            return mistake("the name of an extension");
        }
        at = nameEnd;
        return true;
    }

    private boolean passValue() {
        int next = Syntax.skipBlanks(bytes, at, end);
        if (next == end || bytes[next] != '=') {
            at = next < end ? next : at;
            return true;
        }
        at = Syntax.skipBlanks(bytes, next + 1, end);
        int valueEnd = at < end && bytes[at] == '"' ? quotedEnd() : Syntax.skip(Syntax.TOKEN, bytes, at, end);
        if (valueEnd == at) {
            return mistake("the value of an extension");
        }
        at = valueEnd;
        int after = Syntax.skipBlanks(bytes, at, end);
        at = after < end ? after : at;
        return true;
    }

    /** Where a quoted string ends, RFC 9110 section 5.6.4; where it begins if it does not end. */
    private int quotedEnd() {
        int i = at + 1;
        while (i < end && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i < end ? i + 1 : at;
    }

    private boolean mistake(String expected) {
        missing = expected;
        return false;
    }

    /** Where the mistake is. */
    int at() {
        return at;
    }

    /** What is there, for people. */
    String found() {
        return (at < end ? Syntax.nameOf(bytes[at]) : "the end of the line") + " where " + missing + " should be";
    }
}
