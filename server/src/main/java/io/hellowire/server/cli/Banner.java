package io.hellowire.server.cli;

import io.hellowire.server.HelloServer;
import io.hellowire.server.ServerOptions;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Timeouts;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.tls.TlsContexts;
import io.netty.util.Version;
import java.nio.file.Path;
import java.util.List;

/** What the server says about itself when it starts; {@link Welcome} is what it says to a newcomer. */
final class Banner {

    private final ServerOptions options;
    private final HelloServer server;

    Banner(ServerOptions options, HelloServer server) {
        this.options = options;
        this.server = server;
    }

    /** For programs: the word ready, then the real ports. */
    String ready() {
        StringBuilder line = new StringBuilder("ready");
        if (server.httpPort() != null) {
            line.append(" http=").append(server.httpPort());
        }
        if (server.httpsPort() != null) {
            line.append(" https=").append(server.httpsPort());
        }
        Path socket = options.listeners().unixSocket();
        if (socket != null) {
            line.append(" unix=").append(socket);
        }
        return line.append(" pid=").append(ProcessHandle.current().pid()).toString();
    }

    /** For those who look closer: what it runs on, and the limits. */
    List<String> details() {
        ConnectionLimits connections = options.limits().connections();
        RequestLimits requests = options.limits().requests();
        Timeouts times = connections.timeouts();
        TlsContexts tls = server.tls();
        return List.of(
                "Java " + Runtime.version() + ", Netty "
                        + Version.identify().values().stream()
                                .findFirst()
                                .map(Version::artifactVersion)
                                .orElse("unknown")
                        + ", transport " + options.engine().transport().label() + " with "
                        + options.engine().eventLoops() + " threads",
                "TLS by " + (tls == null ? "nobody" : tls.provider()),
                "limits: head " + requests.head().maxHeadBytes() + " bytes, request line "
                        + requests.head().maxStartLineBytes() + " bytes, "
                        + requests.head().maxFields() + " fields, body " + requests.maxBodyBytes() + " bytes, "
                        + connections.total() + " connections, "
                        + (connections.perAddress() == null ? "any number" : connections.perAddress())
                        + " per address",
                "timeouts: handshake " + times.handshake().toMillis() + " ms, head "
                        + times.head().toMillis() + " ms, idle " + times.idle().toMillis() + " ms, body "
                        + times.body().toMillis() + " ms, drain "
                        + options.engine().drainTime().toMillis() + " ms");
    }
}
