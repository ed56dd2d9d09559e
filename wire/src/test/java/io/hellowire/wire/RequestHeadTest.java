package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

    @Test
    void keepsCaseAndSpacesAsReceived() throws MalformedMessageException {
        Http1RequestHead head = read("gEt /a?b HTTP/1.1\r\nhOsT:example.test  \r\nX:\t \r\nX: \\ \u00e9\r\n\r\n");

        assertThat(head.method()).isEqualTo("gEt");
        assertThat(head.methodIs("GET")).isFalse();
        assertThat(head.target()).isEqualTo("/a?b");
        assertThat(head.targetIs("/a?b")).isTrue();
        assertThat(head.version()).isEqualTo("HTTP/1.1");
        assertThat(head.line()).isEqualTo("gEt /a?b HTTP/1.1");
        assertThat(head.fields())
                .containsExactly(
                        new FieldLine("hOsT", "example.test", "hOsT:example.test  "),
                        new FieldLine("X", "", "X:\t "),
                        new FieldLine("X", "\\ \u00e9", "X: \\ \u00e9"));
        assertThat(head.oddities()).isEmpty();
    }

    @Test
    void findsFieldsInAnyCase() throws MalformedMessageException {
        Http1RequestHead head = get("aCCept: 1", "Accept-Encoding: 2", "ACCEPT: 3");

        assertThat(head.first("Accept")).isEqualTo("1");
        assertThat(head.all("accept")).containsExactly("1", "3");
        assertThat(head.first("Accept-")).isNull();
        assertThat(head.has("host")).isTrue();
        assertThat(head.isNamed(2, "accept-encoding")).isTrue();
    }

    @Test
    void findsTokensInListsOverSeveralLines() throws MalformedMessageException {
        Http1RequestHead head = get("Connection: a,\tKeep-Alive ,, b", "Connection: Close");

        assertThat(head.hasToken("connection", "keep-alive")).isTrue();
        assertThat(head.hasToken("connection", "close")).isTrue();
        assertThat(head.hasToken("connection", "keep")).isFalse();
        assertThat(head.hasToken("Accept", "a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, X: y, true",
        "HTTP/1.1, Connection: close, false",
        "HTTP/1.1, 'Connection: x, CLOSE', false",
        "HTTP/1.1, Connection: keep-alive, true",
        "HTTP/1.0, X: y, false",
        "HTTP/1.0, Connection: keep-alive, true",
        "HTTP/1.0, 'Connection: keep-alive, close', false",
        "HTTP/1.2, X: y, true"
    })
    void theConnectionLivesOnAsTheStandardSays(String version, String field, boolean persistent)
            throws MalformedMessageException {
        assertThat(read("GET / " + version + "\r\nHost: a\r\n" + field + "\r\n\r\n")
                        .isPersistent())
                .isEqualTo(persistent);
    }

    @Test
    void withoutLengthAndCodingThereIsNoBody() throws MalformedMessageException {
        assertThat(get("X: y").framing()).isEqualTo(BodyFraming.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10_000_000_000L, Long.MAX_VALUE})
    void theLengthIsTheFraming(long length) throws MalformedMessageException {
        assertThat(get("content-length:" + length + " ").framing()).isEqualTo(new BodyFraming.Length(length));
    }

    @Test
    void zerosBeforeALengthSayNothing() throws MalformedMessageException {
        assertThat(get("Content-Length: 007").framing()).isEqualTo(new BodyFraming.Length(7));
    }

    @Test
    void chunkedIsTheFramingInAnyCase() throws MalformedMessageException {
        assertThat(get("Transfer-Encoding: CHUNKED").framing()).isEqualTo(BodyFraming.CHUNKED);
    }

    @Test
    void chunkedInHttp10IsReadAndFlaggedAndEndsTheConnection() throws MalformedMessageException {
        Http1RequestHead head = read("POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThat(head.framing()).isEqualTo(BodyFraming.CHUNKED);
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.CHUNKED_IN_HTTP_1_0));
        assertThat(head.isPersistent()).isFalse();
    }

    @Test
    void aHigherMinorVersionIsReadAsHttp11() throws MalformedMessageException {
        Http1RequestHead head = read("GET / HTTP/1.9\r\nHost: a\r\n\r\n");

        assertThat(head.version()).isEqualTo("HTTP/1.9");
        assertThat(head.isHttp10()).isFalse();
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.HIGHER_MINOR_VERSION));
    }

    @Test
    void http10NeedsNoHost() throws MalformedMessageException {
        Http1RequestHead head = read("GET / HTTP/1.0\n\n");

        assertThat(head.authority()).isNull();
        assertThat(head.fieldCount()).isZero();
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.BARE_LF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b-c_d~e",
                "a:80",
                "a:",
                "192.168.1.20:8443",
                "[::1]",
                "[2001:db8::1]:65535",
                "[::ffff:1.2.3.4]",
                "xn--bcher-kva.example",
                "a%2Fb",
                "a.",
                "!$&'()*+,;="
            })
    void aHostByTheGrammarIsTaken(String host) throws MalformedMessageException {
        assertThat(read("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").authority())
                .isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[fe80::1%25eth0]", "[fe80::1%eth0]:80", "[::1%1]"})
    void aHostWithAZoneIsTakenAndFlagged(String host) throws MalformedMessageException {
        Http1RequestHead inField = read("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        Http1RequestHead inTarget = read("GET http://" + host + "/ HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(inField.authority()).isEqualTo(host);
        assertThat(inField.oddities()).isEqualTo(Set.of(Oddity.ZONE_IN_HOST));
        assertThat(inTarget.authority()).isEqualTo(host);
        assertThat(inTarget.oddities()).isEqualTo(Set.of(Oddity.ZONE_IN_HOST));
    }

    /** Cameras that speak ONVIF send it. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "  \t "})
    void blanksAfterTheVersionAreTakenAndFlagged(String blanks) throws MalformedMessageException {
        Http1RequestHead head = read("GET / HTTP/1.0" + blanks + "\r\nConnection: keep-alive\r\n\r\n");

        assertThat(head.version()).isEqualTo("HTTP/1.0");
        assertThat(head.isHttp10()).isTrue();
        assertThat(head.line()).isEqualTo("GET / HTTP/1.0" + blanks);
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.SPACE_AFTER_VERSION));
        assertThat(read("GET / HTTP/1.7" + blanks + "\nHost: a\n\n").version()).isEqualTo("HTTP/1.7");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, http://b:81/c?d, b:81",
        "GET, HTTP://b, b",
        "GET, https://[::1]?c, [::1]",
        "GET, x+y-z.1://b/, b",
        "OPTIONS, *, a",
        "OPTIONS, http://b, b",
        "GET, //b, a",
        "GET, /http://b, a",
        "CONNECT, b:443, a",
        "CONNECT, [::1]:443, a"
    })
    void theHostIsThatOfAnAbsoluteTargetElseOfTheField(String method, String target, String host)
            throws MalformedMessageException {
        Http1RequestHead head = read(method + " " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(head.authority()).isEqualTo(host);
        assertThat(head.method()).isEqualTo(method);
        assertThat(head.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{a}", "/a|b", "/\"", "/a#b", "/\u00e9", "/\\", "/a^b`"})
    void aTargetThatNoUriCanBeIsFlagged(String target) throws MalformedMessageException {
        Http1RequestHead head = read("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(head.target()).isEqualTo(target);
        assertThat(head.oddities()).isEqualTo(Set.of(Oddity.NOT_A_URI));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, Content-Length: 1, 100-continue, true",
        "HTTP/1.1, Transfer-Encoding: chunked, 100-Continue, true",
        "HTTP/1.1, X: y, 100-continue, false",
        "HTTP/1.1, Content-Length: 1, 101-continue, false",
        "HTTP/1.0, Content-Length: 1, 100-continue, false"
    })
    void aClientIsWaitedForOnlyAsTheStandardSays(String version, String framing, String expect, boolean waits)
            throws MalformedMessageException {
        String request = "POST / " + version + "\r\nHost: a\r\n" + framing + "\r\nExpect: " + expect + "\r\n\r\n";

        assertThat(read(request).expectsContinue()).isEqualTo(waits);
    }

    private static Http1RequestHead get(String... fields) throws MalformedMessageException {
        return read("GET / HTTP/1.1\r\nHost: a\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
    }

    private static Http1RequestHead read(String text) throws MalformedMessageException {
        HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
        try (Received received = Received.whole(text)) {
            Http1RequestHead head = Objects.requireNonNull(received.read(reader::read));
            assertThat(new String(head.bytes(), ISO_8859_1)).isEqualTo(text);
            return head;
        }
    }
}
