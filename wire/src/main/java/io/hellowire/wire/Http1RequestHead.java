package io.hellowire.wire;

import org.jspecify.annotations.Nullable;

/** The head of one HTTP/1 request, each byte as received, and known to be well-formed. */
public final class Http1RequestHead extends FieldSection implements RequestHead {

    private static final String HOST = "Host";

    private final BodyFraming framing;

    Http1RequestHead(PartialHead partial) throws MalformedMessageException {
        super(partial);
        checkHost();
        this.framing = RequestFraming.of(this);
    }

    private void checkHost() throws MalformedMessageException {
        int host = find(HOST, 0);
        if (host == NONE) {
            if (!isHttp10()) {
                throw malformed(Malformation.NO_HOST, "no Host field", nameStart(fieldCount()));
            }
            return;
        }
        int second = find(HOST, host + 1);
        if (second != NONE) {
            throw malformed(Malformation.REPEATED_HOST, "a second Host field", nameStart(second));
        }
        int from = valueStart(host);
        int to = valueEnd(host);
        if (from < to && !Authority.isHost(bytes(), from, to)) { // an empty one is allowed
            throw malformed(Malformation.INVALID_HOST, host);
        }
        if (Authority.hasZone(bytes(), from, to)) {
            note(Oddity.ZONE_IN_HOST);
        }
    }

    @Override
    public String method() {
        if (methodIs("GET")) {
            return "GET"; // nearly always, so not worth a new String
        }
        return text(startLineMark(PartialHead.START), startLineMark(PartialHead.FIRST_SPACE));
    }

    @Override
    public boolean methodIs(String method) {
        return Syntax.equals(method, bytes(), startLineMark(PartialHead.START), startLineMark(PartialHead.FIRST_SPACE));
    }

    @Override
    public String target() {
        return text(startLineMark(PartialHead.FIRST_SPACE) + 1, startLineMark(PartialHead.SECOND_SPACE));
    }

    @Override
    public boolean targetIs(String target) {
        return Syntax.equals(
                target, bytes(), startLineMark(PartialHead.FIRST_SPACE) + 1, startLineMark(PartialHead.SECOND_SPACE));
    }

    /** As received: {@code HTTP/1.1} or {@code HTTP/1.0}, rarely {@code HTTP/1.2} and so on. */
    @Override
    public String version() {
        return isHttp10() ? "HTTP/1.0" : text(startLineMark(PartialHead.SECOND_SPACE) + 1, versionEnd());
    }

    /** Whether the version is HTTP/1.0; all others are read as HTTP/1.1. */
    @Override
    public boolean isHttp10() {
        return bytes()[versionEnd() - 1] == '0';
    }

    private int versionEnd() {
        int end = lineEnd();
        while (Syntax.isBlank(bytes()[end - 1])) {
            end--;
        }
        return end;
    }

    /** The request line as received, without its line end. */
    @Override
    public String line() {
        return text(startLineMark(PartialHead.START), lineEnd());
    }

    private int lineEnd() {
        return startLineMark(PartialHead.START_LINE_END);
    }

    /** That of a target in absolute form, else of the Host field (RFC 9112 section 3.3). */
    @Override
    public @Nullable String authority() {
        int start = startLineMark(PartialHead.FIRST_SPACE) + 1;
        int end = startLineMark(PartialHead.SECOND_SPACE);
        int authority = RequestTarget.authorityStart(bytes(), start, end);
        return authority > start ? text(authority, RequestTarget.authorityEnd(bytes(), authority, end)) : first(HOST);
    }

    /** How its body ends. */
    public BodyFraming framing() {
        return framing;
    }

    /** Whether the client waits for {@code 100 Continue} before it sends the body, RFC 9110 section 10.1.1. */
    public boolean expectsContinue() {
        return !isHttp10() && framing != BodyFraming.NONE && hasToken("Expect", "100-continue");
    }

    /**
     * Whether the client lets the connection live on after this exchange, RFC 9112 section 9.3. Not after
     * Transfer-Encoding in HTTP/1.0, where section 6.1 asks for the end.
     */
    public boolean isPersistent() {
        return isPersistent(isHttp10());
    }

    @Override
    public boolean isLast() {
        return !isPersistent();
    }
}
