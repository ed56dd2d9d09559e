package io.hellowire.server.cli;

import io.hellowire.server.Listeners;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to listen. */
final class ListenFlags {

    @Option(
            names = {"-p", "--http-port", "--port"},
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Listen for HTTP on this port, 0 for any free one (${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            defaultValue = "8443",
            description = "Listen for HTTPS on this port, 0 for any free one (${DEFAULT-VALUE}).")
    private int httpsPort;

    @Option(names = "--no-http", fallbackValue = "true", description = "No HTTP.")
    private boolean noHttp;

    @Option(names = "--no-https", fallbackValue = "true", description = "No HTTPS.")
    private boolean noHttps;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            split = ",",
            description = "Listen on this name or address only; may be repeated (all, IPv4 and IPv6).")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--unix-socket", paramLabel = "PATH", description = "Listen for HTTP on this socket too.")
    private @Nullable Path unixSocket;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            defaultValue = "1024",
            description = "Connections that may wait to be accepted (${DEFAULT-VALUE}).")
    private int backlog;

    Listeners listeners() {
        return new Listeners(hosts, noHttp ? null : httpPort, noHttps ? null : httpsPort, unixSocket, backlog);
    }
}
