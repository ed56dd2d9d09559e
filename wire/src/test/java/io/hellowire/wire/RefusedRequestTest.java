package io.hellowire.wire;

import static io.hellowire.wire.Malformation.*;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is refused in the heads of requests: each with its reason and its place, however the bytes arrive. */
class RefusedRequestTest {

    private static final HeadLimits LIMITS = new HeadLimits(200, 60, 4);

    private static final String START = "GET / HTTP/1.1\r\n";
    private static final String HOST = "Host: a\r\n";

    static final List<Refused> REFUSED = List.of(
            // the request line
            head("a TLS handshake", "\u0016\u0003\u0001\u0002\0\u0001\0", TLS_ON_PLAIN_PORT, 1, 1),
            head("a TLS handshake with an LF in it", "\u0016\u0003\u0001\n\0\u0001\0", TLS_ON_PLAIN_PORT, 1, 1),
            head("the HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", HTTP_2_PREFACE, 1, 1),
            head("a first byte that no method has", "\0\0\0", METHOD, 1, 1),
            head("a first byte beyond ASCII", "\u00e9T / HTTP/1.1\r\n", METHOD, 1, 1),
            head("a space before the method", " GET / HTTP/1.1\r\n", METHOD, 1, 1),
            head("a tab after the method", "GET\t/ HTTP/1.1\r\n", METHOD, 1, 4),
            head("a method with a delimiter", "GE(T / HTTP/1.1\r\n", METHOD, 1, 3),
            head("a response for a request", "HTTP/1.1 200 OK\r\n\r\n", METHOD, 1, 5),
            head("a method alone", "GET\r\n", REQUEST_LINE, 1, 4),
            head("two spaces after the method", "GET  / HTTP/1.1\r\n", REQUEST_LINE, 1, 5),
            head("a method, a space and no more", "GET \r\n", REQUEST_LINE, 1, 5),
            head("a tab in the target", "GET /\t HTTP/1.1\r\n", TARGET, 1, 6),
            head("a DEL in the target", "GET /\u007f HTTP/1.1\r\n", TARGET, 1, 6),
            head("a NUL in the target", "GET /\0 HTTP/1.1\r\n", CONTROL_CHARACTER, 1, 6),
            head("a CR in the target", "GET /\r HTTP/1.1\r\n", BARE_CR, 1, 6),
            head("a CR in the method", "GE\rT / HTTP/1.1\r\n", BARE_CR, 1, 3),
            head("a CR after the version", "GET / HTTP/1.1\r\r\n", BARE_CR, 1, 15),
            head("a space in the target", "GET /a b HTTP/1.1\r\n", SPACE_IN_TARGET, 1, 7),
            head("spaces in the target and after the version", "GET /a b  c HTTP/1.1 \r\n", SPACE_IN_TARGET, 1, 7),
            head("a second word after the version", "GET / HTTP/1.1 a\r\n", REQUEST_LINE, 1, 15),
            head("a line end that was typed", "GET / HTTP/1.1\\r\\n\n", TYPED_LINE_END, 1, 15),
            head("a CR that was typed", "GET / HTTP/1.1\\r\n", TYPED_LINE_END, 1, 15),
            head("a typed line end after the target", "GET /\\r\\n\r\n", TYPED_LINE_END, 1, 6),
            head("a typed LF", "GET / HTTP/1.1\\n\n", TYPED_LINE_END, 1, 15),
            head("a whole head that was typed", "GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n\n", TYPED_LINE_END, 1, 15),
            head("two spaces before the version", "GET /  HTTP/1.1\r\n", REQUEST_LINE, 1, 7),
            head("three spaces before the version", "GET /   HTTP/1.0\n", REQUEST_LINE, 1, 7),
            head("no version, as in HTTP/0.9", "GET /\r\n", NO_VERSION, 1, 6),
            head("a version in small letters", "GET / http/1.1\r\n", VERSION_SYNTAX, 1, 7),
            head("a version of two digits", "GET / HTTP/1.10\r\n", VERSION_SYNTAX, 1, 7),
            head("a version without a minor one", "GET / HTTP/1\r\n", VERSION_SYNTAX, 1, 7),
            head("another protocol", "GET / HTTPS/1.1\r\n", VERSION_SYNTAX, 1, 7),
            head("a request of RTSP", "OPTIONS * RTSP/1.0\r\n", OTHER_PROTOCOL, 1, 11),
            head("a request of RTSP for a stream", "DESCRIBE rtsp://a/b RTSP/1.0\r\n", OTHER_PROTOCOL, 1, 21),
            head("a request of SIP", "REGISTER sip:a SIP/2.0\r\n", OTHER_PROTOCOL, 1, 16),
            head("a greeting of SSH", "SSH-2.0-OpenSSH_9.2 Debian\r\n", OTHER_PROTOCOL, 1, 1),
            head("a greeting of SMTP", "EHLO a\r\n", OTHER_PROTOCOL, 1, 1),
            head("a user of FTP", "USER anonymous\r\n", OTHER_PROTOCOL, 1, 1),
            head("a command of Redis", "*1\r\n$4\r\nPING\r\n", OTHER_PROTOCOL, 1, 1),
            head("a PROXY header for IPv4", "PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n", PROXY_PROTOCOL, 1, 1),
            head("a PROXY header for nobody", "PROXY UNKNOWN\r\n", PROXY_PROTOCOL, 1, 1),
            head("a PROXY header in binary", "\r\n\r\n\0\r\nQUIT\n!", PROXY_PROTOCOL, 3, 1),
            head("HTTP/2.0", "GET / HTTP/2.0\r\n", UNKNOWN_VERSION, 1, 7),
            head("HTTP/2", "GET / HTTP/2\r\n", UNKNOWN_VERSION, 1, 7),
            head("HTTP/0.9 by name", "GET / HTTP/0.9\r\n", UNKNOWN_VERSION, 1, 7),
            head("the same after empty lines", "\r\n\nGET / HTTP/3.0\r\n", UNKNOWN_VERSION, 3, 7),

            // the target
            head("a target that is no path", "GET a HTTP/1.1\r\n", TARGET, 1, 5),
            head("a question mark first", "GET ?a HTTP/1.1\r\n", TARGET, 1, 5),
            head("an asterisk for GET", "GET * HTTP/1.1\r\n", TARGET, 1, 5),
            head("two asterisks for OPTIONS", "OPTIONS ** HTTP/1.1\r\n", TARGET, 1, 9),
            head("a path for CONNECT", "CONNECT / HTTP/1.1\r\n", TARGET, 1, 9),
            head("no port for CONNECT", "CONNECT a HTTP/1.1\r\n", TARGET, 1, 9),
            head("an empty port for CONNECT", "CONNECT a: HTTP/1.1\r\n", TARGET, 1, 9),
            head("an absolute URI for CONNECT", "CONNECT http://a:80/ HTTP/1.1\r\n", TARGET, 1, 9),
            head("host and port for GET", "GET a:80 HTTP/1.1\r\n", TARGET, 1, 5),
            head("an absolute URI without a host", "GET http:///a HTTP/1.1\r\n", TARGET, 1, 5),
            head("an absolute URI with a user", "GET http://u@a/ HTTP/1.1\r\n", TARGET, 1, 5),
            head("an absolute URI with a wrong port", "GET http://a:65536/ HTTP/1.1\r\n", TARGET, 1, 5),
            head("a scheme that begins with a digit", "GET 1http://a/ HTTP/1.1\r\n", TARGET, 1, 5),

            // field lines
            head("a line without a colon", START + "Host\r\n", NO_COLON, 2, 5),
            head("a line without a colon, with LF alone", START + "Host \n", NO_COLON, 2, 6),
            head("a colon without a name", START + ": a\r\n", FIELD_NAME, 2, 1),
            head("a space in a name", START + "Ho st: a\r\n", FIELD_NAME, 2, 3),
            head("a NUL in a name", START + "Ho\0st: a\r\n", FIELD_NAME, 2, 3),
            head("a CR in a name", START + "Ho\rst: a\r\n", FIELD_NAME, 2, 3),
            head("a byte beyond ASCII in a name", START + "H\u00f6st: a\r\n", FIELD_NAME, 2, 2),
            head("a delimiter in a name", START + "Ho[st]: a\r\n", FIELD_NAME, 2, 3),
            head("a space before the colon", START + "Host : a\r\n", SPACE_BEFORE_COLON, 2, 5),
            head("a tab before the colon", START + "Host\t: a\r\n", SPACE_BEFORE_COLON, 2, 5),
            head("a space before the first field", START + " Host: a\r\n", SPACE_BEFORE_FIRST_FIELD, 2, 1),
            head("a fold", START + HOST + " b\r\n", FOLDED_FIELD, 3, 1),
            head("a fold with a tab", START + HOST + "\tb: c\r\n", FOLDED_FIELD, 3, 1),
            head("a fold of nothing", START + HOST + " \r\n", FOLDED_FIELD, 3, 1),
            head("a CR in a value", START + "Host: a\rb\r\n", BARE_CR, 2, 8),
            head("two CRs before LF", START + "Host: a\r\r\n", BARE_CR, 2, 8),
            head("a NUL in a value", START + "Host: a\0\r\n", CONTROL_CHARACTER, 2, 8),
            head("an escape character in a value", START + "X: \u001b[2J\r\n", CONTROL_CHARACTER, 2, 4),
            head("a vertical tab before a value", START + "X:\u000bchunked\r\n", CONTROL_CHARACTER, 2, 3),
            head("a DEL in a value", START + "X: a\u007f\r\n", CONTROL_CHARACTER, 2, 5),

            // Host
            head("no Host", START + "X: a\r\n\r\n", NO_HOST, 3, 1),
            head("no field at all", START + "\r\n", NO_HOST, 2, 1),
            head("no Host beside an absolute URI", "GET http://a/ HTTP/1.1\r\n\r\n", NO_HOST, 2, 1),
            head("two Hosts", START + HOST + HOST + "\r\n", REPEATED_HOST, 3, 1),
            head("two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\n" + HOST + "hOST: b\r\n\r\n", REPEATED_HOST, 3, 1),
            head("a Host with a space", START + "Host: a b\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a path", START + "Host: a/b\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a user", START + "Host: u@a\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a scheme", START + "Host: http://a\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a wrong port", START + "Host: a:8x\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a port too high", START + "Host: a:65536\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a huge port", START + "Host: a:4294967376\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with two ports", START + "Host: a:80:80\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host that is a port", START + "Host: :80\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a wrong escape", START + "Host: a%zz\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host beyond ASCII", START + "Host: \u00fc\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a bracket open", START + "Host: [::1\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host of IPv6 without brackets", START + "Host: ::1\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with an empty zone", START + "Host: [fe80::1%]\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with a zone that is no name", START + "Host: [fe80::1%a/b]\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with words in brackets", START + "Host: [abc]\r\n\r\n", INVALID_HOST, 2, 7),
            head("a Host with words after brackets", START + "Host: [::1]a\r\n\r\n", INVALID_HOST, 2, 7),

            // how the body ends
            length("an empty length", "", INVALID_LENGTH),
            length("a length with a plus", "+1", INVALID_LENGTH),
            length("a length with a minus", "-1", INVALID_LENGTH),
            length("a length in hexadecimal", "0x1", INVALID_LENGTH),
            length("a length with a space in it", "1 1", INVALID_LENGTH),
            length("a length with a fraction", "1.0", INVALID_LENGTH),
            length("a list of lengths", "1, 2", INVALID_LENGTH),
            length("a list of equal lengths", "1, 1", INVALID_LENGTH),
            length("a length of 2^63", "9223372036854775808", INVALID_LENGTH),
            length("a length of 2^64", "18446744073709551616", INVALID_LENGTH),
            length("a length in digits that are not ASCII", "\u00b2", INVALID_LENGTH),
            head("two lengths", fields("Content-Length: 1", "content-length: 2"), REPEATED_LENGTH, 4, 1),
            head("two equal lengths", fields("Content-Length: 1", "Content-Length: 1"), REPEATED_LENGTH, 4, 1),
            head(
                    "a length and a coding",
                    fields("Content-Length: 1", "Transfer-Encoding: chunked"),
                    LENGTH_AND_CODING,
                    4,
                    1),
            head("a coding and a length", fields("Transfer-Encoding: x", "Content-Length: 0"), LENGTH_AND_CODING, 4, 1),
            coding("an empty coding", "", INVALID_CODING),
            coding("chunked twice", "chunked, chunked", INVALID_CODING),
            coding("chunked before the last", "chunked, gzip", INVALID_CODING),
            coding("a list with nothing before the comma", ", chunked", INVALID_CODING),
            coding("a list with nothing after the comma", "chunked,", INVALID_CODING),
            coding("chunked with a parameter", "chunked;a=b", INVALID_CODING),
            coding("chunked in quotes", "\"chunked\"", INVALID_CODING),
            coding("two words", "chunked gzip", INVALID_CODING),
            coding("an unknown coding", "xchunked", UNKNOWN_CODING),
            coding("the coding that RFC 9112 took out", "identity", UNKNOWN_CODING),
            coding("a compression", "gzip", UNKNOWN_CODING),
            coding("a compression, then chunked", "gzip, chunked", UNKNOWN_CODING),
            coding("a coding with a parameter", "x;a=\"b\", chunked", UNKNOWN_CODING),
            head(
                    "chunked twice on two lines",
                    fields("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
                    INVALID_CODING,
                    3,
                    20),

            // limits
            head(
                    "a request line over the limit",
                    "GET /" + "a".repeat(47) + " HTTP/1.1\r\n",
                    START_LINE_TOO_LONG,
                    1,
                    61),
            head("a request line without an end", "GET /" + "a".repeat(57), START_LINE_TOO_LONG, 1, 61),
            head("a method over the limit", "a".repeat(61) + " / HTTP/1.1\r\n", METHOD_TOO_LONG, 1, 61),
            head("a method without an end", "a".repeat(100_000), METHOD_TOO_LONG, 1, 61),
            head("a head over the limit", START + HOST + "X: " + "a".repeat(173), HEAD_TOO_LONG, 3, 176),
            head("empty lines without an end", "\r\n".repeat(100), HEAD_TOO_LONG, 101, 1),
            head("a field over the limit", START + HOST + "a: b\r\n".repeat(4), TOO_MANY_FIELDS, 6, 1));

    private static Refused head(String name, String text, Malformation malformation, int line, int column) {
        return new Refused(name, text, malformation, line, column);
    }

    private static Refused length(String name, String value, Malformation malformation) {
        return head(name, fields("Content-Length: " + value), malformation, 3, 17);
    }

    private static Refused coding(String name, String value, Malformation malformation) {
        return head(name, fields("Transfer-Encoding: " + value), malformation, 3, 20);
    }

    private static String fields(String... lines) {
        return START + HOST + String.join("\r\n", lines) + "\r\n\r\n";
    }

    record Refused(String name, String text, Malformation malformation, int line, int column) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void isRefusedWithItsReasonAndPlace(Refused refused) {
        MalformedMessageException refusal = refusalOf(refused.text(), Integer.MAX_VALUE);

        assertThat(refusal.malformation()).as(refusal.getMessage()).isEqualTo(refused.malformation());
        assertThat(refusal.place().words()).isEqualTo("line " + refused.line() + ", byte " + refused.column());
        assertThat(refusal)
                .hasMessage(refusal.place().words() + ": " + refusal.found() + " (expected: " + refusal.expected()
                        + "; " + refusal.malformation().reference() + ")");
        assertThat(refusal.getMessage()).matches("[ -~]+");
        assertThat(refused.text()).startsWith(new String(refusal.received(), ISO_8859_1));
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void isRefusedForTheSameReasonHoweverItArrives(Refused refused) {
        assertThat(IntStream.of(1, 2, 3, 7).mapToObj(size -> refusalOf(refused.text(), size)))
                .allSatisfy(refusal -> {
                    assertThat(refusal.malformation()).isEqualTo(refused.malformation());
                    assertThat(refusal.place().line()).isEqualTo(refused.line());
                    assertThat(refusal.place().column()).isEqualTo(refused.column());
                });
    }

    private static MalformedMessageException refusalOf(String text, int pieceSize) {
        try (Received received = new Received(text, pieceSize)) {
            HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(LIMITS);
            return catchThrowableOfType(MalformedMessageException.class, () -> received.read(reader::read));
        }
    }
}
