package io.hellowire.wire;

import io.hellowire.wire.tls.TlsRecord;

/** The request line, RFC 9112 section 3. */
final class RequestGrammar implements Grammar<Http1RequestHead> {

    private static final String HTTP_2_PREFACE = "PRI * HTTP/2.0";

    @Override
    public void checkBeginning(PartialHead head) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int start = head.position();
        byte first = bytes[start];
        boolean isLast = start + 1 == head.length();
        if (first == TlsRecord.HANDSHAKE && (isLast || TlsRecord.beginsAt(bytes, start))) {
            if (!isLast) {
                throw head.malformed(Malformation.TLS_ON_PLAIN_PORT, "the beginning of a TLS handshake", start);
            }
        } else if (!Syntax.is(Syntax.TOKEN, first) && !(first == '\r' && isLast)) {
            throw MisreadRequestLine.at(head, start);
        }
    }

    @Override
    public Malformation tooLong(PartialHead head, int maxStartLineBytes) {
        int methodEnd = Syntax.skip(Syntax.TOKEN, head.bytes(), head.position(), head.length());
        return methodEnd - head.position() > maxStartLineBytes
                ? Malformation.METHOD_TOO_LONG
                : Malformation.START_LINE_TOO_LONG;
    }

    @Override
    public void parseStartLine(PartialHead head) throws MalformedMessageException {
        int start = head.position();
        int end = head.startLineEnd();
        try {
            parse(head);
        } catch (MalformedMessageException refusal) {
            throw new MisreadRequestLine(head, start, end).insteadOf(refusal);
        }
    }

    private static void parse(PartialHead head) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int start = head.position();
        int methodEnd = Syntax.skip(Syntax.TOKEN, bytes, start, head.length());
        expectSpace(head, methodEnd, Malformation.METHOD, "after the method");
        int targetEnd = Syntax.skip(Syntax.TARGET, bytes, methodEnd + 1, head.length());
        expectTarget(head, methodEnd + 1, targetEnd);
        int versionEnd = Syntax.skip(Syntax.TARGET, bytes, targetEnd + 1, head.length());
        expectEnd(head, versionEnd);
        if (Syntax.equals(HTTP_2_PREFACE, bytes, start, versionEnd)) {
            throw head.malformed(Malformation.HTTP_2_PREFACE, "the preface of HTTP/2", start);
        }
        HttpVersion.check(head, targetEnd + 1, versionEnd);
        RequestTarget.check(head, start, methodEnd, targetEnd);
        head.mark(PartialHead.START, start);
        head.mark(PartialHead.FIRST_SPACE, methodEnd);
        head.mark(PartialHead.SECOND_SPACE, targetEnd);
        head.mark(PartialHead.START_LINE_END, PartialHead.lineEndBefore(bytes, head.position()));
    }

    private static void expectTarget(PartialHead head, int start, int end) throws MalformedMessageException {
        if (end == start) {
            throw head.malformed(
                    orControl(head, end, Malformation.REQUEST_LINE),
                    head.nameAt(end) + " where the target should be",
                    end);
        }
        if (head.isLineEnd(end)) {
            throw head.malformed(Malformation.NO_VERSION, "the end of the line after the target", end);
        }
        expectSpace(head, end, Malformation.TARGET, "in the target");
    }

    private static void expectSpace(PartialHead head, int at, Malformation otherwise, String where)
            throws MalformedMessageException {
        if (head.bytes()[at] != ' ') {
            Malformation what = head.isLineEnd(at) ? Malformation.REQUEST_LINE : orControl(head, at, otherwise);
            throw head.malformed(what, head.nameAt(at) + " " + where, at);
        }
    }

    private static void expectEnd(PartialHead head, int at) throws MalformedMessageException {
        int end = Syntax.skipBlanks(head.bytes(), at, head.length());
        if (head.endLine(end)) {
            if (end > at) {
                head.note(Oddity.SPACE_AFTER_VERSION); // RFC 9112 section 3 allows it; cameras that speak ONVIF send it
            }
        } else {
            throw head.malformed(
                    orControl(head, at, Malformation.REQUEST_LINE), head.nameAt(at) + " after the version", at);
        }
    }

    private static Malformation orControl(PartialHead head, int at, Malformation otherwise) {
        byte b = head.bytes()[at];
        if (b == '\r' && !head.isLineEnd(at)) {
            return Malformation.BARE_CR;
        }
        return b == 0 ? Malformation.CONTROL_CHARACTER : otherwise;
    }

    @Override
    public Http1RequestHead finish(PartialHead head) throws MalformedMessageException {
        return new Http1RequestHead(head);
    }
}
