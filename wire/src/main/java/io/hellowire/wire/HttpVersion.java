package io.hellowire.wire;

/** The version in a start line, RFC 9112 section 2.3. */
final class HttpVersion {

    static final String NAME = "HTTP/";

    private static final int LENGTH = "HTTP/1.1".length();

    private HttpVersion() {}

    /**
     * Checks that the bytes are a version of HTTP/1.
     *
     * @param head holds them; a minor version over 1 is noted there
     */
    static void check(PartialHead head, int from, int to) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        if (namesAnotherMajor(bytes, from, to)) {
            throw head.malformed(Malformation.UNKNOWN_VERSION, Syntax.quote(bytes, from, to), from);
        }
        if (!isVersion(bytes, from, to)) {
            throw head.malformed(Malformation.VERSION_SYNTAX, Syntax.quote(bytes, from, to), from);
        }
        if (bytes[to - 1] > '1') {
            head.note(Oddity.HIGHER_MINOR_VERSION);
        }
    }

    /** So that {@code HTTP/2}, which the grammar does not know, gets the answer that helps. */
    private static boolean namesAnotherMajor(byte[] bytes, int from, int to) {
        int major = from + NAME.length();
        return to > major
                && Syntax.equals(NAME, bytes, from, major)
                && Syntax.is(Syntax.DIGIT, bytes[major])
                && bytes[major] != '1';
    }

    private static boolean isVersion(byte[] bytes, int from, int to) {
        return to - from == LENGTH
                && Syntax.equals(NAME, bytes, from, from + NAME.length())
                && Syntax.is(Syntax.DIGIT, bytes[to - 3])
                && bytes[to - 2] == '.'
                && Syntax.is(Syntax.DIGIT, bytes[to - 1]);
    }
}
