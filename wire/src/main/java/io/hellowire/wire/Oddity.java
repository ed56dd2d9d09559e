package io.hellowire.wire;

import java.util.Locale;

/** What is odd about a message that was read all the same: worth showing, not worth refusing. */
public enum Oddity {
    BARE_LF("a line ends with LF alone", "RFC 9112 section 2.2"),
    LEADING_EMPTY_LINE("an empty line before the first one", "RFC 9112 section 2.2"),
    SPACE_AFTER_VERSION("whitespace after the version", "RFC 9112 section 3"),
    HIGHER_MINOR_VERSION("a minor version over 1, read as HTTP/1.1", "RFC 9110 section 2.5"),
    NOT_A_URI("the target has characters that URIs do not have", "RFC 9112 section 3.2"),
    ZONE_IN_HOST("an IPv6 zone in the host, which means something to its sender only", "RFC 6874 section 4"),
    CHUNKED_IN_HTTP_1_0("Transfer-Encoding in HTTP/1.0, which does not have it", "RFC 9112 section 6.1"),
    SPACE_BEFORE_COLON("whitespace between a field's name and its colon", "RFC 9112 section 5.1"),
    FOLDED_FIELD("a field is folded over several lines", "RFC 9112 section 5.2"),
    CONTROL_IN_VALUE("a control character in a field's value", "RFC 9110 section 5.5"),
    NO_FIELDS("a head without any field", "RFC 9110 section 6.6.1"),
    NO_SPACE_AFTER_STATUS("no space after the status code", "RFC 9112 section 4"),
    REPEATED_LENGTH("Content-Length more than once", "RFC 9112 section 6.3"),
    LENGTH_AND_CODING("Content-Length beside Transfer-Encoding, which wins", "RFC 9112 section 6.3"),
    SPACE_AFTER_CHUNK_SIZE("whitespace after a chunk's size", "RFC 9112 section 7.1"),
    CHUNK_EXTENSION("a chunk extension that is not name or name=value", "RFC 9112 section 7.1.1");

    private final String words;
    private final String reference;

    Oddity(String words, String reference) {
        this.words = words;
        this.reference = reference;
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }

    /** Where the standard speaks of it. */
    public String reference() {
        return reference;
    }

    /** What it is, for programs: lower case with hyphens, such as {@code bare-lf}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
