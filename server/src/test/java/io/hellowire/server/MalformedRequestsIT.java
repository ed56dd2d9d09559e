package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.request.RequestLimits;
import io.hellowire.server.request.RequestLimits.RawBodies;
import io.hellowire.wire.HeadLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedRequestsIT {

    @TempDir
    private Path directory;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        RequestLimits limits = new RequestLimits(new HeadLimits(1000, 200, 10), 100, 0, RawBodies.FORGOTTEN);
        server = TestServer.in(directory, TestServer.requests(limits));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400|GET / HTTP/1.1\\r\\n\\r\\n",
                "400|GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n",
                "400|GET / HTTP/1.1\\r\\nHost : a\\r\\n\\r\\n",
                "400|GET / HTTP/1.1\\r\\nHost: a\\r\\nA: b\\r\\n c\\r\\n\\r\\n",
                "400|GET / HTTP/1.1\\r\\nHost: a\\r\\nA: b\\rc\\r\\n\\r\\n",
                "400|GET / HTTP/1.1\\r\\nHost: a\\r\\nA: b\\x00c\\r\\n\\r\\n",
                "400|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
                "400|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n",
                "400|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1, 2\\r\\n\\r\\n",
                "400|POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nx\\r\\n",
                "501|POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n",
                "505|GET / HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n",
                "505|PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n",
                "400|GET /\\r\\n\\r\\n",
                "400|GET * HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n",
                "405|TRACE / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n",
                "405|CONNECT a:443 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n",
                "413|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 101\\r\\n\\r\\n",
                "413|POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 101\\r\\nExpect: 100-continue\\r\\n\\r\\n",
            })
    void isRefusedWithThisStatus(int status, String request) throws IOException {
        String answer = Wire.exchange(server.httpPort(), bytes(request));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("\r\nConnection: close\r\n");
        assertThat(server.journal())
                .startsWith("----- Rejected " + status + " -- ")
                .doesNotContain("----- Request");
    }

    @Test
    void tooLongARequestLineIs414() throws IOException {
        assertThat(Wire.exchange(server.httpPort(), "GET /" + "a".repeat(200) + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
    }

    @Test
    void tooManyFieldsAre431() throws IOException {
        assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(10) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void theAnswerToALargeUploadArrives() throws IOException {
        String answer = Wire.exchange(
                server.httpPort(),
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n" + "x".repeat(8_000_000));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("at most 100 bytes");
    }

    @Test
    void nothingAfterARejectedRequestIsAnswered() throws IOException {
        String answer = Wire.exchange(
                server.httpPort(), "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("HTTP/1.1 200 ");
    }

    private static String bytes(String escaped) {
        return escaped.replace("\\r", "\r").replace("\\n", "\n").replace("\\x00", "\0");
    }
}
