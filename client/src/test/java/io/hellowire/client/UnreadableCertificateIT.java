package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that OpenSSL serves and Java cannot read: the reason is said, and -k goes on. */
class UnreadableCertificateIT {

    @TempDir
    private Path folder;

    private Path pem;

    @BeforeEach
    void makeOneWithoutIssuer() throws Exception {
        pem = folder.resolve("empty.pem");
        Program.named("openssl")
                .in(folder)
                .succeed("req -x509 -newkey rsa:2048 -nodes -days 30 -subj / -addext subjectAltName=IP:127.0.0.1"
                        .concat(" -keyout key.pem -out certificate.pem")
                        .split(" "));
        Files.writeString(
                pem, Files.readString(folder.resolve("key.pem")) + Files.readString(folder.resolve("certificate.pem")));
    }

    @Test
    void isRefusedWithTheReason() {
        try (TlsPeer peer = TlsPeer.start(pem)) {
            ClientRun run = ClientRun.of("--tls-provider", "openssl", peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(60);
            assertThat(run.words()).contains("Java cannot read the certificate: Empty issuer DN not allowed");
        }
    }

    @Test
    void isNoReasonToStopWithK() {
        for (List<String> more : List.of(List.<String>of(), List.of("--json"))) {
            try (TlsPeer peer = TlsPeer.start(pem)) {
                String[] arguments = Stream.concat(
                                more.stream(), Stream.of("-k", "--tls-provider", "openssl", peer.url("127.0.0.1")))
                        .toArray(String[]::new);
                ClientRun run = ClientRun.of(arguments);

                assertThat(run.exit()).as(run.out() + run.err()).isZero();
                assertThat(run.words()).contains("Java cannot read the certificate");
            }
        }
    }

    @Test
    void isNeverThePinnedOne() {
        try (TlsPeer peer = TlsPeer.start(pem)) {
            ClientRun run = ClientRun.of(
                    "-k",
                    "--tls-provider",
                    "openssl",
                    "--pinnedpubkey",
                    "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isEqualTo(90);
        }
    }
}
