package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.connect.Arrival;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.wire.HeadLimits;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    private final ContentSample content = new ContentSample(1 << 20);

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void readsTheSameResponseHoweverItArrives(int size) throws InterruptedException {
        Response response = read(
                "HTTP/1.1 100 Continue\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "5;a=b\r\nhello\r\n1\r\n!\r\n0\r\nSum: 6\r\n\r\n",
                size);

        assertThat(response.failure()).isNull();
        assertThat(response.interimCount()).isEqualTo(1);
        assertThat(content.bytes()).asString().isEqualTo("hello!");
        assertThat(response.body().complete()).isTrue();
        assertThat(response.body().trailers().first("sum")).isEqualTo("6");
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7})
    void stopsAtTheBudgetToTheByte(int size) throws InterruptedException {
        String whole = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "x".repeat(100);

        Response response = read(whole, size, options(50, false), Security.PLAIN);

        assertThat(response.failure()).isNull();
        assertThat(response.wire().received()).isEqualTo(50);
        assertThat(response.wire().sample()).asString(ISO_8859_1).isEqualTo(whole.substring(0, 50));
        assertThat(response.wire().ending()).isEqualTo(Ending.US);
        assertThat(response.body().complete()).isFalse();
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void readsAHeadToItsEndHoweverFewBytesAreWanted(int size) throws InterruptedException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX: " + "x".repeat(100) + "\r\n\r\n";
        ResponseOptions options = new ResponseOptions(50, 50, null, false, HeadLimits.DEFAULT, false, false);

        Response response = read(head + "y".repeat(100), size, options, Security.PLAIN);

        assertThat(response.failure()).isNull();
        assertThat(response.head().status()).isEqualTo(200);
        assertThat(response.wire().received()).isEqualTo(head.length());
        assertThat(response.wire().ending()).isEqualTo(Ending.US);
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void stopsAtTheBudgetBehindSuchAHead(int size) throws InterruptedException {
        String whole = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "y".repeat(100);
        ResponseOptions options = new ResponseOptions(60, 60, null, false, HeadLimits.DEFAULT, false, false);

        Response response = read(whole, size, options, Security.PLAIN);

        assertThat(response.wire().received()).isEqualTo(60);
        assertThat(response.wire().sample()).asString(ISO_8859_1).isEqualTo(whole.substring(0, 60));
        assertThat(response.wire().ending()).isEqualTo(Ending.US);
    }

    @Test
    void aLackOfMemoryIsNoFaultOfTheConnection() throws InterruptedException {
        Arrival lack = new Arrival.Broken(new OutOfMemoryError("Java heap space"), 0);
        try (Inflow inflow = new Inflow(deadline -> lack, 1)) {
            Response response = new ResponseReader(
                            options(1, false), "GET", Security.PLAIN, inflow, Deadline.in(Duration.ofSeconds(1)))
                    .read(content);

            assertThat(response.failure().exitCode()).isEqualTo(ExitCode.OUT_OF_MEMORY);
        }
    }

    @Test
    void aResponseThatIsExactlyTheBudgetIsComplete() throws InterruptedException {
        String whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

        Response response = read(whole, 1, options(whole.length(), false), Security.PLAIN);

        assertThat(response.body().complete()).isTrue();
    }

    @Test
    void aHeadThatIsCutIsAFailureHoweverFewBytesAreWanted() throws InterruptedException {
        Response response = read("HTTP/1.1 200 OK\r\nA: b\r\n", 1, options(10, false), Security.PLAIN);

        assertThat(response.failure().kind()).isEqualTo("head_cut");
    }

    @Test
    void takesTheAnswerOfASmallDeviceAndSaysWhatIsOdd() throws InterruptedException {
        Response response = read("HTTP/1.0 200 OK\n\nHello #0\n", 1);

        assertThat(response.failure()).isNull();
        assertThat(content.bytes()).asString().isEqualTo("Hello #0\n");
        assertThat(response.remarks()).extracting(Remark::id).contains("bare-lf", "no-fields");
    }

    @Test
    void lengthLosesAgainstCodingAndIsRemarkedUpon() throws InterruptedException {
        Response response = read(
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", 7);

        assertThat(response.failure()).isNull();
        assertThat(response.remarks()).extracting(Remark::id).containsExactly("length-and-coding");
    }

    @Test
    void bytesAfterTheEndAreRemarkedUpon() throws InterruptedException {
        Response response = read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more", 10_000);

        assertThat(response.remarks()).extracting(Remark::words).containsExactly("9 bytes after the end of the reply");
    }

    @Test
    void aHeadRequestHasNoBodyWhateverTheLength() throws InterruptedException {
        Inflow inflow = inflow("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n", 1, options(2000, false));
        Response response =
                new ResponseReader(options(2000, false), "HEAD", Security.PLAIN, inflow, Deadline.NONE).read(content);
        inflow.close();

        assertThat(response.failure()).isNull();
        assertThat(response.body().complete()).isTrue();
    }

    @Test
    void theCloseEndsABodyInPlainText() throws InterruptedException {
        assertThat(read("HTTP/1.1 200 OK\r\n\r\nhalf?", 7).failure()).isNull();
    }

    @Test
    void theCloseAloneIsAnOddEndOfABodyInTls() throws InterruptedException {
        Response response = read("HTTP/1.1 200 OK\r\n\r\nhalf?", 7, options(2000, false), Security.TLS);

        assertThat(response.failure()).isNull();
        assertThat(response.body().complete()).isTrue();
        assertThat(response.remarks()).extracting(Remark::id).contains("no-close-notify");
    }

    @Test
    void whoIsStrictTakesTheCloseAloneForACutInTls() throws InterruptedException {
        ResponseOptions strict = new ResponseOptions(2000, 2000, null, false, HeadLimits.DEFAULT, false, true);

        Response response = read("HTTP/1.1 200 OK\r\n\r\nhalf?", 7, strict, Security.TLS);

        assertThat(response.failure().exitCode()).isEqualTo(ExitCode.ENDED_EARLY);
        assertThat(response.failure().kind()).isEqualTo("no_close_notify");
    }

    @Test
    void aStrictReaderTakesTheCloseForTheEndInPlainText() throws InterruptedException {
        ResponseOptions strict = new ResponseOptions(2000, 2000, null, false, HeadLimits.DEFAULT, false, true);

        assertThat(read("HTTP/1.1 200 OK\r\n\r\nhalf?", 7, strict, Security.PLAIN)
                        .failure())
                .isNull();
    }

    @Test
    void decodesGzip() throws IOException, InterruptedException {
        byte[] zipped = gzip("hello ".repeat(1000).getBytes(UTF_8));
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n";

        Response response =
                read(head + new String(zipped, ISO_8859_1), 7, options(Long.MAX_VALUE, true), Security.PLAIN);

        assertThat(response.failure()).isNull();
        assertThat(response.body().decoded().bytes()).isEqualTo(6000);
        assertThat(content.bytes()).asString().startsWith("hello hello");
    }

    @Test
    void aBombIsNotDecodedToItsEnd() throws IOException, InterruptedException {
        byte[] zipped = gzip(new byte[200 << 20]);
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n";

        Response response =
                read(head + new String(zipped, ISO_8859_1), 10_000, options(Long.MAX_VALUE, true), Security.PLAIN);

        assertThat(response.failure().kind()).isEqualTo("decompression_bomb");
        assertThat(response.body().decoded().bytes()).isLessThan(70L << 20);
    }

    @Test
    void aCutInCompressedContentIsACutAndNotACodingProblem() throws IOException, InterruptedException {
        byte[] zipped = gzip("hello ".repeat(1000).getBytes(UTF_8));
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n";
        String cut = head + new String(zipped, 0, zipped.length / 2, ISO_8859_1);

        Response response = read(cut, 7, options(Long.MAX_VALUE, true), Security.PLAIN);

        assertThat(response.failure().exitCode()).isEqualTo(ExitCode.ENDED_EARLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "x-gzip;q=1,chunked", "identity, gzip", "gzip"})
    void transferCodingsAreUndoneUnasked(String codings) throws IOException, InterruptedException {
        String zipped = new String(gzip("hello".getBytes(UTF_8)), ISO_8859_1);
        String body = codings.endsWith("chunked")
                ? Integer.toHexString(zipped.length()) + "\r\n" + zipped + "\r\n0\r\n\r\n"
                : zipped;

        Response response = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + codings + "\r\n\r\n" + body, 7);

        assertThat(response.failure()).isNull();
        assertThat(content.bytes()).asString().isEqualTo("hello");
        assertThat(response.body().decoded().bytes()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compress, chunked", "foo", "chunked, identity", "chunked, gzip", "br, chunked"})
    void transferCodingsThatAreNotUndoneAreAFailure(String codings) throws InterruptedException {
        Response response =
                read("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + codings + "\r\n\r\n2\r\nok\r\n0\r\n\r\n", 7);

        assertThat(response.failure().exitCode()).isEqualTo(ExitCode.BAD_CODING);
        assertThat(content.bytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 OK~Transfer-Encoding: identity~~ok                           | identity-coding
            200 OK~Connection: close, keep-alive~Content-Length: 2~~ok       | close-and-keep-alive
            200 OK~Connection: close~Connection: Keep-Alive~~ok              | close-and-keep-alive
            205 Reset Content~Content-Length: 2~~ok                          | content-in-205
            302 Found~Location: /a~Location: /b~Content-Length: 0~~          | several-locations
            200 OK~~5~hello~0~~                                              | undeclared-chunks
            200 OK~Content-Length: 15~~5~hello~0~~                           | undeclared-chunks
            200 OK~Transfer-Encoding: chunked~~2;~ok~0~~                     | chunk-extension
            200 OK~Transfer-Encoding: chunked~~2;=b~ok~0~~                   | chunk-extension
            """)
    void isReadAndRemarkedUpon(String response, String remark) throws InterruptedException {
        Response read = read("HTTP/1.1 " + response.replace("~", "\r\n"), 7);

        assertThat(read.failure()).isNull();
        assertThat(read.remarks()).extracting(Remark::id).contains(remark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 OK~Content-Length: 2~~ok
            205 Reset Content~Content-Length: 0~~
            302 Found~Location: /a~Location: /a~Content-Length: 0~~
            200 OK~Content-Length: 13~~5~more words
            200 OK~Transfer-Encoding: chunked~~5;a="b";c~hello~0~~
            """)
    void nothingIsOddAbout(String response) throws InterruptedException {
        assertThat(read("HTTP/1.1 " + response.replace("~", "\r\n"), 7).remarks())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4999, 5000", "6000, 5000"})
    void aHeadMayHaveAsManyFieldsAsTheLimitSays(int fields, int limit) throws InterruptedException {
        HeadLimits limits = new HeadLimits(1 << 20, 1 << 20, limit);
        ResponseOptions options = new ResponseOptions(2000, 2000, null, false, limits, false, false);
        String head = "HTTP/1.1 204 No Content\r\n" + "A: b\r\n".repeat(fields) + "\r\n";

        Response response = read(head, 10_000, options, Security.PLAIN);

        assertThat(response.failure() == null).isEqualTo(fields <= limit);
        assertThat(fields <= limit
                        || response.failure()
                                .hints()
                                .contains("this limit is our own: --max-fields N allows more fields"))
                .isTrue();
    }

    @Test
    void whatStreamsElsewhereIsNoBomb() throws IOException, InterruptedException {
        byte[] zipped = gzip(new byte[100 << 20]);
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n";
        ResponseOptions streamed =
                new ResponseOptions(Long.MAX_VALUE, 2000, null, true, HeadLimits.DEFAULT, true, false);

        Response response = read(head + new String(zipped, ISO_8859_1), 10_000, streamed, Security.PLAIN);

        assertThat(response.failure()).isNull();
        assertThat(response.body().decoded().bytes()).isEqualTo(100 << 20);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static ResponseOptions options(long budget, boolean decoded) {
        return new ResponseOptions(budget, 2000, null, false, HeadLimits.DEFAULT, decoded, false);
    }

    private Response read(String bytes, int size) throws InterruptedException {
        return read(bytes, size, options(2000, false), Security.PLAIN);
    }

    private Response read(String bytes, int size, ResponseOptions options, Security security)
            throws InterruptedException {
        try (Inflow inflow = inflow(bytes, size, options)) {
            return new ResponseReader(options, "GET", security, inflow, Deadline.NONE).read(content);
        }
    }

    private static Inflow inflow(String bytes, int size, ResponseOptions options) {
        Deque<String> pieces = new ArrayDeque<>();
        for (int i = 0; i < bytes.length(); i += size) {
            pieces.add(bytes.substring(i, Math.min(i + size, bytes.length())));
        }
        return new Inflow(
                deadline -> {
                    String next = pieces.poll();
                    return next == null
                            ? new Arrival.End(0)
                            : new Arrival.Bytes(Unpooled.copiedBuffer(next, ISO_8859_1), 0);
                },
                options.sampleBytes());
    }
}
