package io.hellowire.wire;

/** Reads field lines, RFC 9112 section 5. */
final class FieldLineParser {

    private FieldLineParser() {}

    /** Parses the line at the head's position and goes on to the next one. */
    static void parse(PartialHead head) throws MalformedMessageException {
        int start = head.position();
        if (Syntax.isBlank(head.bytes()[start])) {
            parseContinuation(head, start);
            return;
        }
        int colon = colonAfter(head, start);
        head.addField(start, colon);
        skipValue(head, colon + 1);
    }

    private static void parseContinuation(PartialHead head, int start) throws MalformedMessageException {
        String found = "a line that begins with " + Syntax.nameOf(head.bytes()[start]);
        if (head.fieldCount() == 0) {
            throw head.malformed(Malformation.SPACE_BEFORE_FIRST_FIELD, found, start);
        }
        head.tolerate(Oddity.FOLDED_FIELD, Malformation.FOLDED_FIELD, found, start);
        skipValue(head, start);
    }

    private static int colonAfter(PartialHead head, int start) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int nameEnd = Syntax.skip(Syntax.TOKEN, bytes, start, head.length());
        if (nameEnd > start && bytes[nameEnd] == ':') {
            return nameEnd;
        }
        int colon = Syntax.skipBlanks(bytes, nameEnd, head.length());
        if (nameEnd == start || bytes[colon] != ':') {
            throw noName(head, start, nameEnd, colon);
        }
        String found = Syntax.nameOf(bytes[nameEnd]) + " before the colon";
        head.tolerate(Oddity.SPACE_BEFORE_COLON, Malformation.SPACE_BEFORE_COLON, found, nameEnd);
        return colon;
    }

    private static MalformedMessageException noName(PartialHead head, int start, int nameEnd, int afterBlanks) {
        if (head.isLineEnd(afterBlanks)) {
            return head.malformed(Malformation.NO_COLON, "a line without a colon", afterBlanks);
        }
        boolean empty = nameEnd == start && head.bytes()[start] == ':';
        String found = empty ? "no name before the colon" : Syntax.nameOf(head.bytes()[nameEnd]) + " in a field name";
        return head.malformed(Malformation.FIELD_NAME, found, nameEnd);
    }

    /** Passes over a value, or any other text, to the end of its line. */
    static void skipValue(PartialHead head, int from) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int at = Syntax.skipValue(bytes, from, head.length());
        while (!head.endLine(at)) {
            refuseDangerous(head, at);
            head.tolerate(Oddity.CONTROL_IN_VALUE, Malformation.CONTROL_CHARACTER, Syntax.nameOf(bytes[at]), at);
            at = Syntax.skipValue(bytes, at + 1, head.length());
        }
    }

    /** CR and NUL have changed where a value ends for too many readers, so nobody lets them pass. */
    private static void refuseDangerous(PartialHead head, int at) throws MalformedMessageException {
        byte b = head.bytes()[at];
        if (b == '\r') {
            throw head.malformed(Malformation.BARE_CR, Syntax.nameOf(b), at);
        }
        if (b == 0) {
            throw head.malformed(Malformation.CONTROL_CHARACTER, Syntax.nameOf(b), at);
        }
    }
}
