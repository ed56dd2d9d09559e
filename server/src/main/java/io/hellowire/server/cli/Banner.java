package io.hellowire.server.cli;

import io.hellowire.certs.issue.LocalNames;
import io.hellowire.server.HelloServer;
import io.hellowire.server.Listeners;
import io.hellowire.server.ServerOptions;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.request.RequestLimits;
import io.hellowire.server.tls.TlsContexts;
import io.hellowire.wire.capture.Capture;
import io.netty.util.Version;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the server says about itself when it starts. */
final class Banner {

    private final ServerOptions options;
    private final HelloServer server;

    Banner(ServerOptions options, HelloServer server) {
        this.options = options;
        this.server = server;
    }

    /** For people: what to type, and which certificate it is. */
    List<String> welcome() {
        List<String> lines = new ArrayList<>();
        String host = host();
        if (server.httpPort() != null) {
            lines.add("Listening, connect your browser to http://" + host + ":" + server.httpPort() + "/");
        }
        TlsContexts tls = server.tls();
        if (tls != null) {
            lines.add("Listening, connect your browser to https://" + host + ":" + server.httpsPort() + "/");
            lines.add("  certificate " + tls.source() + ", SHA-256 " + tls.fingerprint());
            lines.add("  try: curl --cacert " + tls.source() + " https://" + host + ":" + server.httpsPort() + "/");
        }
        if (options.listeners().unixSocket() != null) {
            lines.add("Listening on " + options.listeners().unixSocket());
        }
        Capture capture = server.capture();
        if (capture != null) {
            lines.addAll(capture.describe());
        }
        if (tls != null && tls.secretSource() != null) {
            lines.add("TLS secrets come from " + tls.secretSource());
        }
        lines.add("Ctrl-C stops it.");
        return lines;
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
                "limits: " + requests.head() + ", body " + requests.maxBodyBytes() + " bytes, " + connections);
    }

    /** The address that another machine would use, or the one that was asked for. */
    private String host() {
        Listeners where = options.listeners();
        if (!where.hosts().isEmpty()) {
            String host = where.hosts().get(0);
            return host.contains(":") ? "[" + host + "]" : host;
        }
        return LocalNames.ofThisMachine().addresses().stream()
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .map(InetAddress::getHostAddress)
                .orElse("127.0.0.1");
    }
}
