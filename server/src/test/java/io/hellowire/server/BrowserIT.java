package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser makes of us: Chromium, with a profile, a home and a trust store of its own. */
class BrowserIT {

    @TempDir
    private Path directory;

    @Test
    void showsTheGreeting() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult page = chromium().run(new byte[0], home(), arguments("--dump-dom", server.httpUrl()));
            assertThat(page.out()).contains("Hello #0 from Hellowire!");
        }
    }

    @Test
    void makesTheCounterGrowByTwoForAPage() throws IOException {
        try (TestServer server = TestServer.in(directory);
                RunningProgram browser =
                        chromium().start(home(), arguments("--remote-debugging-port=0", server.httpUrl()))) {
            assertThat(browser.isAlive()).isTrue();
            server.awaitJournal("\nGET /favicon.ico HTTP/1.1\nHost: 127.0.0.1:" + server.httpPort() + "\n");
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("Hello #2 from Hellowire!\n");
        }
    }

    @Test
    void warnsOfOurCertificateUntilItIsTrusted() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult warned = page(server.httpsUrl());
            assertThat(warned.out()).doesNotContain("Hello #");
            assertThat(warned.err()).contains("ERR_CERT_AUTHORITY_INVALID");

            trust(server.certificate());
            assertThat(page(server.httpsUrl()).out()).contains("Hello #0 from Hellowire!");
            assertThat(server.journal())
                    .contains("----- TLS handshake failed -- ")
                    .contains("alert certificate_unknown(46)");
        }
    }

    private void trust(Path certificate) throws IOException {
        String database = "sql:" + Files.createDirectories(directory.resolve(".pki/nssdb"));
        Program certutil = Program.named("certutil");
        certutil.succeed("-d", database, "-N", "--empty-password");
        certutil.succeed("-d", database, "-A", "-t", "P,,", "-n", "hellowire", "-i", certificate.toString());
    }

    private ProgramResult page(String url) {
        return chromium().run(new byte[0], home(), arguments("--dump-dom", url));
    }

    private static Program chromium() {
        return Program.named("chromium", "chromium-browser", "google-chrome");
    }

    /** It leaves a link into its temporary directory behind, which is to go with the rest. */
    private Map<String, String> home() {
        return Map.of("HOME", directory.toString(), "TMPDIR", directory.toString());
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + directory.resolve("profile")));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
