package io.hellowire.server.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.cli.DurationText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a server on this machine whether it is well. It uses plain sockets, so that it costs next to nothing. */
@Command(
        name = "healthcheck",
        description = "Exit with 0 if the server on this machine answers, else with 1.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME}                        on port 8080",
            "  ${COMMAND-FULL-NAME} -p 80 --timeout 1s",
            "  ${COMMAND-FULL-NAME} --no-http --https-port 443"
        },
        mixinStandardHelpOptions = true)
final class HealthCheckCommand implements Callable<Integer> {

    @Option(
            names = {"-p", "--http-port", "--port"},
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "(${DEFAULT-VALUE})")
    private int httpPort;

    @Option(names = "--https-port", paramLabel = "PORT", defaultValue = "8443", description = "(${DEFAULT-VALUE})")
    private int httpsPort;

    @Option(names = "--no-http", fallbackValue = "true", description = "Use HTTPS; the certificate is not checked.")
    private boolean noHttp;

    @Option(
            names = "--health-path",
            paramLabel = "PATH",
            defaultValue = "/healthz",
            description = "Path to request (${DEFAULT-VALUE}).")
    private String path = "";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "3s",
            converter = DurationText.class,
            description = "Longest wait for the answer (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Override
    public Integer call() throws IOException {
        int port = noHttp ? httpsPort : httpPort;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            return ask(noHttp ? UncheckedTls.over(socket) : socket);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "127.0.0.1:" + port + ": " + e.getMessage() + " (expected: a server that answers)", e);
        }
    }

    private int ask(Socket socket) throws IOException {
        socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(US_ASCII));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String status = in.readLine();
        if (status == null || !status.startsWith("HTTP/1.1 200 ")) {
            throw new IOException(status == null ? "closed without an answer" : status);
        }
        return 0;
    }
}
