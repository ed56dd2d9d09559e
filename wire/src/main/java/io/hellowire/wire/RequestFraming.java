package io.hellowire.wire;

/**
 * How the body of a request ends, RFC 9112 section 6.3. Whatever two readers could understand in two ways is refused,
 * since that is what request smuggling lives on.
 */
final class RequestFraming {

    private RequestFraming() {}

    static BodyFraming of(Http1RequestHead head) throws MalformedMessageException {
        int length = head.find("Content-Length", 0);
        int coding = head.find("Transfer-Encoding", 0);
        if (coding != FieldSection.NONE) {
            return ofCoding(head, coding, length);
        }
        return length == FieldSection.NONE ? BodyFraming.NONE : ofLength(head, length);
    }

    private static BodyFraming ofCoding(Http1RequestHead head, int coding, int length)
            throws MalformedMessageException {
        if (length != FieldSection.NONE) {
            throw head.malformed(
                    Malformation.LENGTH_AND_CODING, "both of them", head.nameStart(Math.max(coding, length)));
        }
        TransferCodings codings = TransferCodings.of(head);
        if (codings.hasOthers()) {
            throw head.malformed(Malformation.UNKNOWN_CODING, coding);
        }
        if (!codings.isChunkedOnly()) {
            throw head.malformed(Malformation.INVALID_CODING, coding);
        }
        if (head.isHttp10()) {
            head.note(Oddity.CHUNKED_IN_HTTP_1_0); // MicroPython's requests sends it; the connection ends after it
        }
        return BodyFraming.CHUNKED;
    }

    private static BodyFraming ofLength(Http1RequestHead head, int length) throws MalformedMessageException {
        int second = head.find("Content-Length", length + 1);
        if (second != FieldSection.NONE) {
            throw head.malformed(Malformation.REPEATED_LENGTH, "a second Content-Length", head.nameStart(second));
        }
        long bytes = ContentLength.parse(head.bytes(), head.valueStart(length), head.valueEnd(length));
        if (bytes == ContentLength.INVALID) {
            throw head.malformed(Malformation.INVALID_LENGTH, length);
        }
        return new BodyFraming.Length(bytes);
    }
}
