package io.hellowire.wire;

/** The head of one response, each byte as received. What is odd about it is in {@link #oddities()}. */
public final class ResponseHead extends FieldSection {

    ResponseHead(PartialHead partial) {
        super(partial);
        if (fieldCount() == 0) {
            note(Oddity.NO_FIELDS);
        }
        if (has("Transfer-Encoding")) {
            if (has("Content-Length")) {
                note(Oddity.LENGTH_AND_CODING);
            }
            if (isHttp10()) {
                note(Oddity.CHUNKED_IN_HTTP_1_0);
            }
        } else if (ResponseFraming.repeatsLength(this)) {
            note(Oddity.REPEATED_LENGTH);
        }
    }

    /** The version as received: {@code HTTP/1.1} or {@code HTTP/1.0}, rarely {@code HTTP/1.2} and so on. */
    public String version() {
        return text(lineStart(), startLineMark(PartialHead.FIRST_SPACE));
    }

    /** Whether the version is HTTP/1.0; all others are read as HTTP/1.1. */
    public boolean isHttp10() {
        return bytes()[startLineMark(PartialHead.FIRST_SPACE) - 1] == '0';
    }

    /** The status code, 100 to 999. */
    public int status() {
        int start = startLineMark(PartialHead.FIRST_SPACE) + 1;
        int status = 0;
        for (int i = start; i < start + 3; i++) {
            status = 10 * status + bytes()[i] - '0';
        }
        return status;
    }

    /** The reason phrase as received; may be empty. */
    public String reason() {
        return text(Math.min(startLineMark(PartialHead.SECOND_SPACE) + 1, lineEnd()), lineEnd());
    }

    /** The status line as received, without its line end. */
    public String statusLine() {
        return text(lineStart(), lineEnd());
    }

    /** Where in {@link #bytes()} the status line begins: over 0 if empty lines came before it. */
    public int lineStart() {
        return startLineMark(PartialHead.START);
    }

    /** Where in {@link #bytes()} the line end, CRLF or LF, of the status line begins. */
    public int lineEnd() {
        return startLineMark(PartialHead.START_LINE_END);
    }

    /**
     * How its body ends, RFC 9112 section 6.3.
     *
     * @param method of the request that it answers
     * @throws MalformedMessageException if its Content-Length is no number or several that differ, or if it is chunked
     *     twice
     */
    public BodyFraming framing(String method) throws MalformedMessageException {
        return ResponseFraming.of(this, method);
    }

    /** Whether the server lets the connection live on after this exchange, RFC 9112 section 9.3. */
    public boolean isPersistent() {
        return isPersistent(isHttp10());
    }
}
