package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Shows a certificate of ours, whose key OpenSSL has encrypted, to a server that demands one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCertificateIT {

    private static final String SECRET = "a:secret";

    @TempDir
    private static Path folder;

    private Path roots;
    private Path certificate;
    private Path key;
    private Path both;
    private Path pkcs12;
    private Path passphrase;
    private TlsPeer peer;

    @BeforeAll
    void startPeer() throws IOException {
        Authority authority = Authority.create(AuthorityProfile.named("Test Root"));
        roots = TlsPeer.pem(folder, "roots.pem", authority.certificate());
        Path server =
                TlsPeer.pem(folder, "server.pem", authority.issue(CertificateProfile.server(Names.of("127.0.0.1"))));
        encrypt(TlsPeer.pem(folder, "plain.pem", authority.issue(CertificateProfile.client("me"))));
        passphrase = Files.writeString(folder.resolve("passphrase"), SECRET + "\n");
        peer = TlsPeer.start(server, "-Verify", "1", "-verify_return_error", "-CAfile", roots.toString());
    }

    private void encrypt(Path plain) throws IOException {
        Program openssl = Program.named("openssl");
        certificate = folder.resolve("client.crt");
        key = folder.resolve("client.key");
        pkcs12 = folder.resolve("client.p12");
        openssl.succeed("x509", "-in", plain.toString(), "-out", certificate.toString());
        openssl.succeed(
                "pkey", "-in", plain.toString(), "-aes256", "-passout", "pass:" + SECRET, "-out", key.toString());
        openssl.succeed(
                "pkcs12", "-export", "-in", plain.toString(), "-passout", "pass:" + SECRET, "-out", pkcs12.toString());
        both = Files.writeString(folder.resolve("both.pem"), Files.readString(key) + Files.readString(certificate));
    }

    @AfterAll
    void stopPeer() {
        peer.close();
    }

    private ClientRun fetch(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--cacert", roots.toString(), peer.url("127.0.0.1")));
        return ClientRun.of(all.toArray(String[]::new));
    }

    private void isLetIn(String... arguments) {
        ClientRun run = fetch(arguments);

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out() + run.err()).doesNotContain(SECRET);
    }

    @Test
    void withItsPassphraseInAFile() {
        isLetIn("--cert", certificate.toString(), "--key", key.toString(), "--passphrase-file", passphrase.toString());
        isLetIn("--cert", both.toString(), "--passphrase-file", passphrase.toString());
        isLetIn("--cert", pkcs12.toString(), "--passphrase-file", passphrase.toString());
    }

    @Test
    void withItsPassphraseBehindTheNameAsWithCurl() {
        isLetIn("-E", certificate + ":" + SECRET, "--key", key.toString());
        isLetIn("-E", both + ":" + SECRET);
        isLetIn("-E", pkcs12 + ":" + SECRET);
    }

    @Test
    void aColonMayBelongToTheName() throws IOException {
        Path named = Files.copy(both, folder.resolve("both:pem"));

        isLetIn("-E", named.toString(), "--passphrase-file", passphrase.toString());
    }

    @Test
    void aWrongPassphraseIs58AndIsNotShown() {
        ClientRun run = fetch("-E", both + ":wrong-one");

        assertThat(run.exit()).isEqualTo(58);
        assertThat(run.words()).contains("both.pem: line 1: a wrong passphrase").doesNotContain("wrong-one");
    }

    @Test
    void aFileThatIsNotThereDoesNotGiveThePassphraseAway() {
        ClientRun run = fetch("-E", folder.resolve("missing") + ":" + SECRET);

        assertThat(run.exit()).isEqualTo(58);
        assertThat(run.words()).contains("missing: no such file").doesNotContain(SECRET);
    }

    @Test
    void noPassphraseIs58() {
        ClientRun run = fetch("-E", both.toString());

        assertThat(run.exit()).isEqualTo(58);
        assertThat(run.words()).contains("an encrypted private key and no passphrase");
    }

    @Test
    void fileAndKeyInThePlaceOfEachOtherAre58() {
        ClientRun run = fetch("-E", key + ":" + SECRET, "--key", certificate.toString());

        assertThat(run.exit()).as(run.out()).isEqualTo(58);
    }
}
