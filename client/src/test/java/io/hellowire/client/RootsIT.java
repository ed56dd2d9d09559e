package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The places that trusted roots are taken from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RootsIT {

    @TempDir
    private Path folder;

    private final Authority authority = Authority.create(AuthorityProfile.named("Test Root"));
    private Path roots;
    private TlsPeer peer;

    @BeforeAll
    void startPeer(@TempDir Path certificates) throws IOException {
        CertificateProfile loopback = CertificateProfile.server(Names.of("127.0.0.1"));
        peer = TlsPeer.start(TlsPeer.pem(certificates, "server.pem", authority.issue(loopback)));
    }

    @AfterAll
    void stopPeer() {
        peer.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        roots = Files.createTempDirectory(folder, "roots");
    }

    @Test
    void aFolderOfCertificates() throws IOException {
        TlsPeer.pem(roots, "any name", authority.certificate());

        trusts(ClientRun.of("--capath", roots.toString(), peer.url("127.0.0.1")));
    }

    @Test
    void aFolderWithTheNamesThatOpensslWants() throws IOException {
        TlsPeer.pem(roots, "root.pem", authority.certificate());
        Program.named("openssl").succeed("rehash", roots.toString());
        assertThat(roots).isDirectoryContaining("glob:**.0");

        trusts(ClientRun.of("--capath", roots.toString(), peer.url("127.0.0.1")));
    }

    @Test
    void whatElseLiesInTheFolderDoesNotMatter() throws IOException {
        TlsPeer.pem(roots, "root.pem", authority.certificate());
        Files.writeString(roots.resolve("README"), "The roots of the laboratory.\n");
        Files.createDirectory(roots.resolve("old"));

        trusts(ClientRun.of("--capath", roots.toString(), peer.url("127.0.0.1")));
    }

    @Test
    void aFolderWithoutAnyIs77() throws IOException {
        Files.writeString(roots.resolve("README"), "The roots of the laboratory.\n");

        ClientRun run = ClientRun.of("--capath", roots.toString(), peer.url("127.0.0.1"));

        assertThat(run.exit()).isEqualTo(77);
        assertThat(run.words()).contains("README: text without a -----BEGIN line");
    }

    @Test
    void anEmptyFolderIs77() {
        ClientRun run = ClientRun.of("--capath", roots.toString(), peer.url("127.0.0.1"));

        assertThat(run.exit()).isEqualTo(77);
        assertThat(run.words()).contains("no file in it (expected: certificates)");
    }

    @Test
    void theVariablesOfOpensslAndCurl() throws IOException {
        Path file = TlsPeer.pem(roots, "root.pem", authority.certificate());

        trusts(ClientRun.with(Map.of("SSL_CERT_FILE", file.toString()), "", peer.url("127.0.0.1")));
        trusts(ClientRun.with(Map.of("SSL_CERT_DIR", roots.toString()), "", peer.url("127.0.0.1")));
        trusts(ClientRun.with(Map.of("CURL_CA_BUNDLE", file.toString()), "", peer.url("127.0.0.1")));
    }

    @Test
    void theSystemsOwn() {
        assumeTrue(
                Files.isReadable(Path.of("/etc/ssl/certs/ca-certificates.crt")),
                "skipped: this system keeps its roots elsewhere than Debian");

        ClientRun run = ClientRun.of("--ca-native", peer.url("127.0.0.1"));

        assertThat(run.exit()).as(run.out()).isEqualTo(60);
        assertThat(run.words()).containsPattern("one of the [1-9][0-9]+ roots of /etc/ssl/certs/ca-certificates.crt");
    }

    private static void trusts(ClientRun run) {
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.words()).contains("trusted, and valid for").containsPattern("root +CN=Test Root");
    }
}
