package io.hellowire.wire;

import java.util.Locale;

/** Every way in which a message can be refused: the status that answers it, what was expected, and who says so. */
public enum Malformation {
    TLS_ON_PLAIN_PORT(
            400, "plain HTTP; this port does not speak TLS, try http:// or the HTTPS port", "RFC 9112 section 2"),
    PROXY_PROTOCOL(400, "HTTP from the first byte; no PROXY header is taken here", "the PROXY protocol, section 2"),
    OTHER_PROTOCOL(400, "a request of HTTP/1.1 or HTTP/1.0", "RFC 9112 section 3"),
    HTTP_2_PREFACE(505, "HTTP/1.1 or HTTP/1.0; this connection does not speak HTTP/2", "RFC 9113 section 3.4"),

    METHOD(400, "a method of letters, digits and !#$%&'*+-.^_`|~, then one space", "RFC 9112 section 3.1"),
    METHOD_TOO_LONG(501, "a method that is known", "RFC 9112 section 3"),
    REQUEST_LINE(400, "method, one space, target, one space, version", "RFC 9112 section 3"),
    TARGET(400, "a path, or * for OPTIONS, or host:port for CONNECT, or an absolute URI", "RFC 9112 section 3.2"),
    SPACE_IN_TARGET(400, "%20 for each space in the target", "RFC 9112 section 3.2"),
    TYPED_LINE_END(
            400, "the bytes CR and LF, 0D and 0A in hexadecimal, at the end of the line", "RFC 9112 section 2.2"),
    NO_VERSION(400, "HTTP/1.1 or HTTP/1.0 after the target; HTTP/0.9 is not spoken", "RFC 9112 section 3"),
    VERSION_SYNTAX(400, "HTTP/1.1 or HTTP/1.0, in capital letters", "RFC 9112 section 2.3"),
    UNKNOWN_VERSION(505, "HTTP/1.1 or HTTP/1.0", "RFC 9110 section 15.6.6"),

    TLS_IN_RESPONSE(502, "an HTTP response; the port speaks TLS, try https://", "RFC 9112 section 4"),
    NOT_HTTP(502, "a status line that begins with HTTP/", "RFC 9112 section 4"),
    STATUS_LINE(502, "version, one space, three digits, one space, any text", "RFC 9112 section 4"),

    NO_COLON(400, "a field name and a colon", "RFC 9112 section 5"),
    FIELD_NAME(400, "a field name of letters, digits and !#$%&'*+-.^_`|~, then a colon", "RFC 9110 section 5.1"),
    SPACE_BEFORE_COLON(400, "the colon right after the field name", "RFC 9112 section 5.1"),
    FOLDED_FIELD(400, "each field on one line", "RFC 9112 section 5.2"),
    SPACE_BEFORE_FIRST_FIELD(400, "a field name at the beginning of the line", "RFC 9112 section 2.2"),
    BARE_CR(400, "LF after each CR", "RFC 9112 section 2.2"),
    CONTROL_CHARACTER(400, "no control characters but tabs", "RFC 9110 section 5.5"),

    NO_HOST(400, "one Host field in each HTTP/1.1 request", "RFC 9112 section 3.2"),
    REPEATED_HOST(400, "one Host field only", "RFC 9112 section 3.2"),
    INVALID_HOST(400, "host or host:port, an IPv6 address in brackets", "RFC 9112 section 3.2"),

    INVALID_LENGTH(400, "one decimal number up to 9223372036854775807", "RFC 9112 section 6.3"),
    REPEATED_LENGTH(400, "one Content-Length only", "RFC 9112 section 6.3"),
    LENGTH_AND_CODING(400, "either Content-Length or Transfer-Encoding", "RFC 9112 section 6.1"),
    INVALID_CODING(400, "chunked once and last", "RFC 9112 section 6.3"),
    UNKNOWN_CODING(501, "chunked", "RFC 9112 section 6.1"),

    START_LINE_TOO_LONG(414, "a shorter first line", "RFC 9112 section 3"),
    HEAD_TOO_LONG(431, "a smaller head", "RFC 6585 section 5"),
    TOO_MANY_FIELDS(431, "fewer fields", "RFC 6585 section 5"),

    CHUNK_SIZE(400, "a hexadecimal number up to 7FFFFFFFFFFFFFFF", "RFC 9112 section 7.1"),
    CHUNK_EXTENSION(400, "CRLF, or ; and a name, or ; and name=value, for each extension", "RFC 9112 section 7.1.1"),
    CHUNK_LINE_TOO_LONG(400, "a shorter chunk line", "RFC 9112 section 7.1.1"),
    CHUNK_LINE_END(400, "CRLF at the end of a chunk's line", "RFC 9112 section 7.1"),
    CHUNK_END(400, "CRLF after a chunk's data", "RFC 9112 section 7.1");

    private final int status;
    private final String expected;
    private final String reference;

    Malformation(int status, String expected, String reference) {
        this.status = status;
        this.expected = expected;
        this.reference = reference;
    }

    /** The status that answers such a request; 502, the word of a gateway, where only a response can have it. */
    public int status() {
        return status;
    }

    /** What should have come instead, for people. */
    public String expected() {
        return expected;
    }

    /** Which section of which RFC asks for it. */
    public String reference() {
        return reference;
    }

    /** What it is, for programs: lower case with hyphens, such as {@code no-host}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
