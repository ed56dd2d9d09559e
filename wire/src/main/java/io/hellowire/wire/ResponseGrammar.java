package io.hellowire.wire;

import io.hellowire.wire.tls.TlsRecord;

/** The status line, RFC 9112 section 4. */
final class ResponseGrammar implements Grammar<ResponseHead> {

    private static final int STATUS_DIGITS = 3;

    @Override
    public void checkBeginning(PartialHead head) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int start = head.position();
        int seen = Math.min(head.length() - start, HttpVersion.NAME.length());
        if (seen >= 2 && TlsRecord.beginsAt(bytes, start)) {
            throw head.malformed(Malformation.TLS_IN_RESPONSE, "the beginning of a TLS record", start);
        }
        boolean mayBecomeTls = seen == 1 && (bytes[start] == TlsRecord.ALERT || bytes[start] == TlsRecord.HANDSHAKE);
        boolean mayBecomeEmptyLine = seen == 1 && bytes[start] == '\r';
        boolean isHttp = Syntax.equals(HttpVersion.NAME.substring(0, seen), bytes, start, start + seen);
        if (!isHttp && !mayBecomeTls && !mayBecomeEmptyLine) {
            throw head.malformed(Malformation.NOT_HTTP, Syntax.quote(bytes, start, head.length()), start);
        }
    }

    @Override
    public void parseStartLine(PartialHead head) throws MalformedMessageException {
        byte[] bytes = head.bytes();
        int start = head.position();
        int versionEnd = Syntax.skip(Syntax.TARGET, bytes, start, head.length());
        HttpVersion.check(head, start, versionEnd);
        int statusEnd = Syntax.skip(Syntax.DIGIT, bytes, versionEnd + 1, head.length());
        if (bytes[versionEnd] != ' ' || statusEnd != versionEnd + 1 + STATUS_DIGITS || bytes[versionEnd + 1] == '0') {
            throw head.malformed(
                    Malformation.STATUS_LINE,
                    Syntax.quote(bytes, versionEnd, Math.min(versionEnd + 5, head.length())) + " after the version",
                    versionEnd);
        }
        head.mark(PartialHead.START, start);
        head.mark(PartialHead.FIRST_SPACE, versionEnd);
        head.mark(PartialHead.SECOND_SPACE, statusEnd);
        if (bytes[statusEnd] == ' ') {
            FieldLineParser.skipValue(head, statusEnd + 1);
        } else if (head.endLine(statusEnd)) {
            head.note(Oddity.NO_SPACE_AFTER_STATUS);
        } else {
            throw head.malformed(
                    Malformation.STATUS_LINE, Syntax.nameOf(bytes[statusEnd]) + " after the status code", statusEnd);
        }
        head.mark(PartialHead.START_LINE_END, PartialHead.lineEndBefore(bytes, head.position()));
    }

    @Override
    public ResponseHead finish(PartialHead head) {
        return new ResponseHead(head);
    }
}
