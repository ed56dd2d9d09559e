package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.connect.LongBody;
import io.hellowire.client.exchange.Request.TargetForm;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.exchange.RequestOptions.Fields;
import io.hellowire.client.exchange.RequestOptions.Line;
import io.hellowire.client.exchange.RequestOptions.UsualFields;
import io.hellowire.client.exchange.RequestOptions.Version;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestWriterTest {

    private static final Line LINE = new Line(null, null, Version.HTTP_1_1);

    @Test
    void sendsFourFieldsHostFirst() throws MalformedUrlException {
        assertThat(write(RequestOptions.defaults()))
                .isEqualTo("GET /a?b HTTP/1.1\r\nHost: host:8080\r\n"
                        + "User-Agent: test/1\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    @Test
    void sendsTheTutorialsRequest() throws MalformedUrlException {
        RequestOptions tutorial = new RequestOptions(
                new Line(null, null, Version.HTTP_1_0),
                new Fields(List.of(), UsualFields.NONE, null, false),
                null,
                null);

        assertThat(write(tutorial)).isEqualTo("GET /a?b HTTP/1.0\r\n\r\n");
    }

    @Test
    void keepsOrderAndCaseOfWhatTheUserGives() throws MalformedUrlException {
        assertThat(write(headers("x-ONE: 1", "accept;", "User-Agent:", "X-two:2", "x-ONE: again")))
                .isEqualTo("GET /a?b HTTP/1.1\r\nHost: host:8080\r\nConnection: close\r\n"
                        + "x-ONE: 1\r\naccept:\r\nX-two: 2\r\nx-ONE: again\r\n\r\n");
    }

    @Test
    void aHostOfTheUsersIsFirst() throws MalformedUrlException {
        assertThat(write(headers("A: b", "host: other"))).startsWith("GET /a?b HTTP/1.1\r\nhost: other\r\nUser");
    }

    @Test
    void leavesHostOut() throws MalformedUrlException {
        assertThat(write(headers("Host:"))).doesNotContainIgnoringCase("host:");
    }

    @Test
    void aBodyMakesItPostAndHasALength() throws MalformedUrlException {
        RequestOptions options =
                RequestOptions.defaults().with(null, new Body("ä".getBytes(UTF_8), null, "text/plain"));

        assertThat(write(options))
                .startsWith("POST ")
                .contains("Content-Length: 2\r\nContent-Type: text/plain\r\n")
                .endsWith("\r\n\r\n\u00c3\u00a4");
    }

    @Test
    void namesTheWholeUrlForAProxy() throws MalformedUrlException {
        Request request =
                new RequestWriter(RequestOptions.defaults(), target(), "test/1").write(TargetForm.ABSOLUTE, List.of());

        assertThat(request.headLines()).startsWith("GET http://host:8080/a?b HTTP/1.1", "Host: host:8080");
    }

    @Test
    void rawBytesAreAllThatIsSent() throws MalformedUrlException {
        byte[] raw = "GET /\u0000 \r\nnonsense".getBytes(ISO_8859_1);
        RequestOptions options = new RequestOptions(LINE, Fields.changed(List.of()), null, raw);

        Request request = new RequestWriter(options, target(), "x").write(TargetForm.ORIGIN, List.of());

        assertThat(request.bytes()).isEqualTo(raw);
        assertThat(request.method()).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "transfer-encoding: gzip, Chunked"})
    void chunkedMeansChunks(String field) throws MalformedUrlException {
        assertThat(write(body("hello", field)))
                .doesNotContain("Content-Length")
                .contains("\r\n" + field + "\r\n")
                .endsWith("\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        assertThat(write(body("", field))).endsWith("\r\n\r\n0\r\n\r\n");
    }

    @Test
    void aLargeFileIsCountedAsItIsSent(@TempDir Path folder) throws IOException, MalformedUrlException {
        Path path = Files.write(folder.resolve("large"), new byte[(3 << 20) + 5]);
        Body body = new Body(new byte[0], LongBody.of(List.of(LargeFile.of(path))), null);
        RequestOptions options = new RequestOptions(
                LINE, Fields.changed(List.of(HeaderChange.parse("Transfer-Encoding: chunked"))), body, null);
        Request request = new RequestWriter(options, target(), "x").write(TargetForm.ORIGIN, List.of());

        String sent = new String(request.inMemory().bytes(), ISO_8859_1);

        assertThat(request.length()).isEqualTo(sent.length());
        assertThat(sent.substring(request.headBytes()))
                .startsWith("40000\r\n\0\0")
                .endsWith("\r\n0\r\n\r\n");
    }

    private static RequestOptions body(String text, String field) {
        Body body = new Body(text.getBytes(UTF_8), null, null);
        return new RequestOptions(LINE, Fields.changed(List.of(HeaderChange.parse(field))), body, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oops", "A b: c", ": x", "A: b\r\nC: d", "A: \u0000", ";"})
    void refusesWhatIsNoHeader(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderChange.parse(text))
                .withMessageContaining("(expected: ");
    }

    private static RequestOptions headers(String... lines) {
        return new RequestOptions(
                LINE,
                Fields.changed(Arrays.stream(lines).map(HeaderChange::parse).toList()),
                null,
                null);
    }

    private static Target target() throws MalformedUrlException {
        return Target.parse("http://host:8080/a?b");
    }

    private static String write(RequestOptions options) throws MalformedUrlException {
        Request request = new RequestWriter(options, target(), "test/1").write(TargetForm.ORIGIN, List.of());
        return new String(request.bytes(), ISO_8859_1);
    }
}
