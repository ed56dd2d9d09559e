package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.cli.Main;
import io.hellowire.testkit.HostileText;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program prints of hostile clients on either output, by way of Logback too, and of a capture of them. */
class HostileOutputsIT {

    private static final String IN_A_LINE = HostileText.bytes("\r\n\0");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"block", "line", "json", "combined"})
    void harmNobodysTerminal(String format) throws IOException {
        Path certificate = HostileText.certificate(directory);
        Path capture = directory.resolve("a.pcapng");
        try (ServerProgram server = ServerProgram.in(
                directory,
                "--journal",
                "logback",
                "--log-format",
                format,
                "--log-body",
                "64K",
                "--verbose",
                "--cert",
                certificate.toString(),
                "--client-ca",
                certificate.toString(),
                "--client-auth",
                "want",
                "--max-connections-per-address",
                "2",
                "--capture",
                capture.toString(),
                "--capture-plain",
                "--secrets",
                "embed")) {
            Wire.exchange(server.httpPort(), "GET /" + IN_A_LINE + " HTTP/1.1\r\nHost: a\r\n\r\n");
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\nX: " + IN_A_LINE + "\r\n\r\n" + IN_A_LINE);
            Wire.exchange(
                    server.httpPort(),
                    "POST / HTTP/1.0\r\nContent-Length: " + IN_A_LINE.length() + "\r\n\r\n" + IN_A_LINE);
            Wire.exchange(server.httpsPort(), Hello.of(IN_A_LINE.substring(0, 250), IN_A_LINE.substring(0, 250)));
            Wire.exchange(server.httpsPort(), IN_A_LINE + "\r\n");
            Program.named("curl")
                    .run(
                            "-sk",
                            "--cert",
                            certificate.toString(),
                            "https://127.0.0.1:" + server.httpsPort() + "/%1b%9b");
            try (Wire one = Wire.to(server.httpPort());
                    Wire two = Wire.to(server.httpPort())) {
                one.send("GET / HTTP/1.1\r\n");
                two.send("GET / HTTP/1.1\r\n");
                Wire.exchange(server.httpPort(), IN_A_LINE); // is turned away
            }
            server.signal("TERM");
            ProgramResult end = server.await();
            assertThat(end.err()).contains("400", "ready http=");
            assertThat(HostileText.in(end.out() + end.err())).isEmpty();
        }
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        assertThat(Main.run(writer, writer, Map.of(), "show", capture.toString()))
                .isZero();
        assertThat(HostileText.in(printed.toString())).isEmpty();
        assertThat(printed.toString()).contains("connection");
    }
}
