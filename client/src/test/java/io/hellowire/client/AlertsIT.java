package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.issue.Validity;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server whose certificate is refused is told why, by the alert that the standard has for it. */
class AlertsIT {

    /** RFC 8446 section 6. */
    private static final Map<String, Integer> ALERTS =
            Map.of("expired", 45, "for-clients", 43, "unknown", 48, "for-another", 42);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeThemAll() throws IOException {
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        CertificateProfile good = CertificateProfile.server(Names.of("127.0.0.1"));
        TlsPeer.pem(
                folder,
                "expired.pem",
                SelfSigned.issue(good.withValidity(new Validity(past, past.plus(Duration.ofDays(30))))));
        TlsPeer.pem(folder, "unknown.pem", SelfSigned.issue(good));
        TlsPeer.pem(folder, "for-another.pem", SelfSigned.issue(CertificateProfile.server(Names.of("b.test"))));
        Program.named("openssl")
                .in(folder)
                .succeed(("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=x -addext extendedKeyUsage=clientAuth"
                                + " -addext subjectAltName=IP:127.0.0.1 -keyout k.pem -out c.pem")
                        .split(" "));
        Files.writeString(
                folder.resolve("for-clients.pem"),
                Files.readString(folder.resolve("k.pem")) + Files.readString(folder.resolve("c.pem")));
    }

    static Stream<Arguments> all() {
        List<Arguments> rows = new ArrayList<>();
        for (String certificate : List.of("expired", "for-clients", "unknown", "for-another")) {
            for (String library : List.of("openssl", "jdk")) {
                rows.add(Arguments.of(certificate, library, "1.2"));
                rows.add(Arguments.of(certificate, library, "1.3"));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}, by {1}, in TLS {2}")
    @MethodSource("all")
    void sayWhy(String certificate, String library, String version) {
        String trusted = certificate.equals("unknown") ? "for-another" : certificate;
        try (TlsPeer peer = TlsPeer.start(folder.resolve(certificate + ".pem"), "-tls" + version.replace('.', '_'))) {
            ClientRun run = ClientRun.of(
                    "--tls-provider",
                    library,
                    "--cacert",
                    folder.resolve(trusted + ".pem").toString(),
                    peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(60);
            peer.awaitError("SSL alert number " + ALERTS.get(certificate));
        }
    }
}
