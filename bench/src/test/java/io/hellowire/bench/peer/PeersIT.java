package io.hellowire.bench.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.bench.load.IdleConnections;
import io.hellowire.bench.process.Cores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeersIT {

    static List<Peer> everyServer() {
        List<Peer> servers = new ArrayList<>(Peers.others());
        servers.add(Peers.hellowire(Path.of("../server/target/hellowire-server.jar")));
        return servers;
    }

    @ParameterizedTest
    @MethodSource("everyServer")
    void answersWithABodyOfTheSameLengthAsAllOthers(Peer peer) throws IOException {
        try (Server server = start(peer)) {
            String answer = get(server.site().http());

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                    .hasSize(31)
                    .endsWith(" from Hellowire!\n");
        }
    }

    @ParameterizedTest
    @MethodSource("everyServer")
    void answersOverTls(Peer peer) throws IOException {
        try (Server server = start(peer);
                IdleConnections two = IdleConnections.openTls(server.site().https(), 2)) {
            assertThat(two.stillOpen()).isEqualTo(2);
        }
    }

    private static Server start(Peer peer) throws IOException {
        assumeTrue(peer.isPresent(), () -> peer.name() + " is not on this machine");
        return Server.start(peer, KeyKind.EC_P256, Cores.ofThisMachine());
    }

    private static String get(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
