package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Timeouts;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of what is meant for 10,000: more than that does not fit into the file descriptors of every machine. */
class ManyConnectionsIT {

    private static final int MANY = Integer.getInteger("hellowire.connections", 2000);
    private static final int MANY_TLS = MANY / 4;

    @TempDir
    private Path directory;

    @Test
    void areOpenAtOnceAndAllServed() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < MANY; i++) {
                    sockets.add(new Socket("127.0.0.1", server.httpPort()));
                }
                assertAllServed(sockets);
            } finally {
                closeAll(sockets);
            }
        }
    }

    @Test
    void areOpenAtOnceAndAllServedBehindTls() throws IOException, GeneralSecurityException {
        SSLContext context = Everyone.trusted();
        try (TestServer server = TestServer.in(directory)) {
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < MANY_TLS; i++) {
                    SSLSocket socket =
                            (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.httpsPort());
                    sockets.add(socket);
                    socket.startHandshake();
                }
                assertAllServed(sockets);
            } finally {
                closeAll(sockets);
            }
        }
    }

    private static void assertAllServed(List<Socket> sockets) throws IOException {
        byte[] request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).getOutputStream().write(request);
            assertThat(answer(sockets.get(i).getInputStream())).endsWith("Hello #" + i + " from Hellowire!\n");
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("!\n")) {
            text.append((char) in.read());
        }
        return text.toString();
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void overTheLimitAreTurnedAwayInWords() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(1, null, Timeouts.DEFAULT);
        try (TestServer server = TestServer.in(directory, TestServer.connections(limits));
                Wire first = Wire.to(server.httpPort())) {
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            first.readUntil("Hello #0 from Hellowire!\n");
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .startsWith("HTTP/1.1 503 ")
                    .endsWith("connections: 2 (expected: at most 1)\n");
            assertThat(server.journal()).contains("----- Turned away -- 127.0.0.1:");
        }
    }

    @Test
    void overTheLimitOfOneAddressAreTurnedAwayInWords() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(100, 1, Timeouts.DEFAULT);
        try (TestServer server = TestServer.in(directory, TestServer.connections(limits));
                Wire first = Wire.to(server.httpPort())) {
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            first.readUntil("Hello #0 from Hellowire!\n");
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .endsWith("connections from this address: 2 (expected: at most 1)\n");
        }
    }

    @Test
    void thanThereAreFileDescriptorsWaitAndAreServedLater() throws IOException {
        try (ServerProgram server = ServerProgram.after("ulimit -n 64", directory)) {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                sockets.add(new Socket("127.0.0.1", server.httpPort()));
            }
            server.awaitText("cannot accept a connection: ");
            closeAll(sockets);
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("Hello #0 from Hellowire!\n");
            server.signal("TERM");
            ProgramResult end = server.await();
            assertThat(end.exitCode()).as(end.err()).isZero();
            assertThat(end.err())
                    .containsOnlyOnce("cannot accept a connection: ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void withFailedHandshakesAreSummedUpAlsoIfItStopsInTheSameSecond() throws IOException {
        String journal;
        try (TestServer server = TestServer.in(directory)) {
            for (int i = 0; i < 300; i++) {
                try (Wire wire = Wire.to(server.httpsPort())) {
                    wire.send("\u0016\u0003\u0001\0\u0005\u0001\0\0\u0001\0");
                    wire.readToEnd();
                }
            }
            journal = server.journal();
        }
        assertThat(journal).contains(" more like this: failed TLS handshakes");
        assertThat(journal.lines()
                                .filter(line -> line.contains("TLS handshake failed"))
                                .count()
                        + summedUp(journal))
                .isEqualTo(300);
    }

    @Test
    void thatAreTurnedAwayAreSummedUpToo() throws IOException {
        ConnectionLimits limits = new ConnectionLimits(1, null, Timeouts.DEFAULT);
        String journal;
        try (TestServer server = TestServer.in(directory, TestServer.connections(limits))) {
            try (Wire first = Wire.to(server.httpPort())) {
                first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                first.readUntil("Hello #0 from Hellowire!\n");
                for (int i = 0; i < 300; i++) {
                    Wire.exchange(server.httpPort(), "");
                }
            }
            journal = server.journal();
        }
        assertThat(journal).contains(" more like this: connections turned away");
        assertThat(journal.lines()
                                .filter(line -> line.startsWith("----- Turned away"))
                                .count()
                        + summedUp(journal))
                .isEqualTo(300);
    }

    private static long summedUp(String journal) {
        return Pattern.compile("and ([0-9,]+) more like this")
                .matcher(journal)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1).replace(",", "")))
                .sum();
    }
}
