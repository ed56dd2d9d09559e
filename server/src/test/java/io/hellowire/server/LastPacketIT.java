package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.server.ServerOptions.Engine;
import io.hellowire.testkit.Program;
import io.hellowire.wire.Transport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection of one request costs no packet more than it must. */
class LastPacketIT {

    /**
     * Connects often, and each time waits for what comes first; prints how often it was bytes and the end at once, and how
     * often bytes alone. With a packet for each of them the second is the rule.
     */
    private static final String CLIENT = """
            import select, socket, sys
            both = select.POLLIN | select.POLLRDHUP
            seen = []
            for i in range(20):
                s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
                poll = select.poll()
                poll.register(s, both)
                s.sendall(sys.argv[2].encode())
                seen.append(poll.poll()[0][1] & both)
                s.close()
            print(seen.count(both), "with the end,", seen.count(select.POLLIN), "without")
            """;

    /** Talks on after its last request, and counts the answers that it got all the same. */
    private static final String TALKER = """
            import socket, sys
            whole = 0
            for i in range(300):
                s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
                s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                s.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
                answer = b""
                try:
                    for n in range(6):
                        s.sendall(b"\\r\\n")
                except OSError:
                    pass # it is reset, as it deserves
                try:
                    while piece := s.recv(4096):
                        answer += piece
                except OSError:
                    pass
                whole += answer.endswith(b"!\\n")
                s.close()
            print(whole)
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EPOLL, 'GET / HTTP/1.0', 20 with the end",
        "EPOLL, 'GARBAGE', 20 with the end",
        "EPOLL, 'GET / HTTP/1.1\r\nHost: a', 0 with the end",
        "IO_URING, 'GET / HTTP/1.0', 20 with the end"
    })
    void theLastAnswerAndTheEndTravelInOne(Transport transport, String head, String expected) throws Exception {
        assumeTrue(transport.isAvailable(), () -> transport.label() + ": " + transport.whyNot());
        Engine engine = new Engine(transport, 1, Duration.ofSeconds(5));
        try (TestServer server = TestServer.in(
                directory,
                o -> new ServerOptions(o.listeners(), o.tls(), o.answers(), o.journal(), o.limits(), engine))) {
            String port = String.valueOf(server.httpPort());

            assertThat(Program.named("python3")
                            .run("-c", CLIENT, port, head + "\r\n\r\n")
                            .out())
                    .startsWith(expected);
        }
    }

    @Test
    void theLastAnswerArrivesThoughThePeerTalksOn() throws Exception {
        try (TestServer server = TestServer.in(directory)) {
            String port = String.valueOf(server.httpPort());

            assertThat(Program.named("python3").run("-c", TALKER, port).out()).isEqualToIgnoringNewLines("300");
        }
    }
}
