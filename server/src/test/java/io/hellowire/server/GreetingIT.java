package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.exchange.Greeting;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreetingIT {

    @TempDir
    private Path directory;

    @Test
    void greetsCurlOverHttp() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertThat(curl(server.httpUrl())).isEqualTo("Hello #0 from Hellowire!\n");
        }
    }

    @Test
    void greetsCurlThatTrustsOurCertificate() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String trust = server.certificate().toString();
            assertThat(curl("--cacert", trust, server.httpsUrl())).isEqualTo("Hello #0 from Hellowire!\n");
        }
    }

    @Test
    void showsItsCertificateToCurlThatDoesNotCheckIt() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult result = Program.named("curl").succeed("--insecure", "-sv", server.httpsUrl());
            assertThat(result.out()).isEqualTo("Hello #0 from Hellowire!\n");
            assertThat(result.err()).contains("Server certificate:").contains("SSL connection using TLSv1.3");
        }
    }

    @Test
    void countsOverBothPorts() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            assertThat(curl(server.httpUrl())).contains("#0 ");
            assertThat(curl("--insecure", server.httpsUrl())).contains("#1 ");
            assertThat(curl(server.httpUrl() + "favicon.ico")).contains("#2 ");
            assertThat(server.journal()).contains("----- Request 0 --", "----- Request 1 --", "----- Request 2 --");
        }
    }

    @Test
    void holdsTheTutorialsExchange() throws IOException {
        try (TestServer server = TestServer.in(directory, TestServer.greeting(Greeting.from("MicroPython")))) {
            String answer = Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nHello #0 from MicroPython!\n");
        }
    }

    @Test
    void greetsNetcatWithBareLineFeeds() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String answer = Wire.exchange(server.httpPort(), "GET / HTTP/1.0\n\n");
            assertThat(answer).endsWith("\r\n\r\nHello #0 from Hellowire!\n");
            assertThat(server.journal()).contains("GET / HTTP/1.0\\n\n\\n\n");
        }
    }

    private static String curl(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "-s";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Program.named("curl").succeed(all).out();
    }
}
