package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.server.ServerOptions.Engine;
import io.hellowire.wire.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said when a port cannot be had, whatever transport says it. */
class CannotListenIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("transports")
    void aPortThatIsTakenIsSaidSo(Transport transport) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> start(transport, new Listeners(List.of(), port, null, null, 16)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("http port " + port
                            + ": taken by another program (expected: a free port, such as --http-port=0 finds)");
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void anAddressOfAnotherMachineIsSaidSo(Transport transport) {
        assertThatThrownBy(() -> start(transport, new Listeners(List.of("192.0.2.99"), 0, null, null, 16)))
                .isInstanceOf(IOException.class)
                .hasMessage("--host: 192.0.2.99 is not here (expected: an address of this machine)");
    }

    @Test
    void aSocketThatCannotBeMadeIsSaidSo() {
        Path socket = directory.resolve("missing/socket");

        assertThatThrownBy(() -> start(Transport.best(), unix(socket)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(socket.toString())
                .hasMessageEndingWith("(expected: the path of a new socket, in a folder that may be written to)");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aSocketOnWhichAnotherServerListensIsLeftToIt(Transport transport) throws IOException {
        Path socket = directory.resolve("socket");
        try (ServerSocketChannel first = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            first.bind(UnixDomainSocketAddress.of(socket));

            assertThatThrownBy(() -> start(transport, unix(socket)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(socket + ": another program listens there");
            SocketChannel.open(UnixDomainSocketAddress.of(socket)).close();
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aFileWhereTheSocketShouldBeIsLeftAlone(Transport transport) throws IOException {
        Path file = Files.writeString(directory.resolve("precious"), "data");

        assertThatThrownBy(() -> start(transport, unix(file)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": there is a file already");
        assertThat(file).hasContent("data");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aSocketThatAKilledServerLeftIsReplaced(Transport transport) throws IOException {
        Path socket = directory.resolve("socket");
        ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        killed.bind(UnixDomainSocketAddress.of(socket)).close(); // Java leaves the file

        try (TestServer server = TestServer.in(directory, on(transport, unix(socket)))) {
            SocketChannel.open(UnixDomainSocketAddress.of(socket)).close();
            assertThat(server.journal()).doesNotContain("Request");
        }
        assertThat(socket).doesNotExist();
    }

    static Stream<Transport> transports() {
        return Stream.of(Transport.best(), Transport.NIO).distinct();
    }

    private void start(Transport transport, Listeners where) throws IOException {
        try (TestServer server = TestServer.in(directory, on(transport, where))) {
            throw new AssertionError("it listens: " + server);
        }
    }

    private static Listeners unix(Path socket) {
        return new Listeners(List.of(), null, null, socket, 16);
    }

    private static UnaryOperator<ServerOptions> on(Transport transport, Listeners where) {
        Engine engine = new Engine(transport, 1, Duration.ofSeconds(1));
        return o -> new ServerOptions(where, null, o.answers(), o.journal(), o.limits(), engine);
    }
}
