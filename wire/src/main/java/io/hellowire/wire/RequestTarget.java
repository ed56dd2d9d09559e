package io.hellowire.wire;

/** The four forms of a request target, RFC 9112 section 3.2, and which methods may use them. */
final class RequestTarget {

    private static final String SCHEME_END = "://";

    private RequestTarget() {}

    static void check(PartialHead head, int methodStart, int methodEnd, int targetEnd)
            throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int start = methodEnd + 1;
        if (!isAllowed(bytes, methodStart, methodEnd, start, targetEnd)) {
            throw head.malformed(Malformation.TARGET, found(bytes, methodStart, methodEnd, targetEnd), start);
        }
        if (Syntax.skip(Syntax.URI, bytes, start, targetEnd) != targetEnd) {
            head.note(Oddity.NOT_A_URI);
        }
        int authority = authorityStart(bytes, start, targetEnd);
        if (bytes[start] != '/' && Authority.hasZone(bytes, authority, authorityEnd(bytes, authority, targetEnd))) {
            head.note(Oddity.ZONE_IN_HOST);
        }
    }

    private static boolean isAllowed(byte[] bytes, int methodStart, int methodEnd, int start, int end) {
        if (Syntax.equals("CONNECT", bytes, methodStart, methodEnd)) {
            return Authority.isHostAndPort(bytes, start, end);
        }
        if (bytes[start] == '/') {
            return true;
        }
        if (Syntax.equals("*", bytes, start, end)) {
            return Syntax.equals("OPTIONS", bytes, methodStart, methodEnd);
        }
        int authority = authorityStart(bytes, start, end);
        return authority > start && Authority.isHost(bytes, authority, authorityEnd(bytes, authority, end));
    }

    private static String found(byte[] bytes, int methodStart, int methodEnd, int targetEnd) {
        return Syntax.quote(bytes, methodEnd + 1, targetEnd) + " for " + Syntax.quote(bytes, methodStart, methodEnd);
    }

    /** Where the host of a target in absolute form begins; {@code start} if it is not in absolute form. */
    static int authorityStart(byte[] bytes, int start, int end) {
        int schemeEnd = start;
        while (schemeEnd < end && isInScheme(bytes[schemeEnd])) {
            schemeEnd++;
        }
        int authority = schemeEnd + SCHEME_END.length();
        boolean absolute = schemeEnd > start
                && Syntax.is(Syntax.ALPHA, bytes[start])
                && authority <= end
                && Syntax.equals(SCHEME_END, bytes, schemeEnd, authority);
        return absolute ? authority : start;
    }

    private static boolean isInScheme(byte b) {
        return Syntax.is(Syntax.ALPHA | Syntax.DIGIT, b) || b == '+' || b == '-' || b == '.';
    }

    /** Where the host, with its port, of a target in absolute form ends. */
    static int authorityEnd(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != '/' && bytes[at] != '?' && bytes[at] != '#') {
            at++;
        }
        return at;
    }
}
