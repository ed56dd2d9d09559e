package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with a certificate is said in words, with what to do about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateVerdictIT {

    @TempDir
    private static Path folder;

    private final Authority authority = Authority.create(AuthorityProfile.named("Test Root"));
    private Path roots;

    @BeforeAll
    void writeRoots() throws IOException {
        roots = TlsPeer.pem(folder, "roots.pem", authority.certificate());
    }

    private static CertificateProfile loopback() {
        return CertificateProfile.server(Names.of("127.0.0.1", "localhost"));
    }

    private ClientRun fetch(String name, Identity identity, String... arguments) throws IOException {
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, name, identity))) {
            return fetch(peer, arguments);
        }
    }

    private ClientRun fetch(TlsPeer peer, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--cacert", roots.toString(), peer.url("127.0.0.1")));
        return ClientRun.of(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void aGoodOneIsTrustedAndTheMatchingNameIsSaid(String library) throws IOException {
        ClientRun run = fetch("good.pem", authority.issue(loopback()), "--tls-provider", library);

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.words())
                .contains("trusted, and valid for \"127.0.0.1\" (matched IP:127.0.0.1)")
                .contains("x25519")
                .contains("TLSv1.3")
                .containsPattern("leaf +CN=")
                .containsPattern("root +CN=Test Root")
                .contains("names DNS:localhost, IP:127.0.0.1");
    }

    @Test
    void expired() throws IOException {
        Instant now = Instant.now();
        Validity past = new Validity(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(10)));

        ClientRun run = fetch("expired.pem", authority.issue(loopback().withValidity(past)));

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words()).contains("10 days ago").contains("Try renew it on the server");
    }

    @Test
    void notYetValid() throws IOException {
        Instant now = Instant.now();
        Validity future = new Validity(now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(30)));

        ClientRun run = fetch("future.pem", authority.issue(loopback().withValidity(future)));

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words()).contains("the certificate is valid from").contains("set this machine's clock");
    }

    @Test
    void anotherHost() throws IOException {
        Identity other = authority.issue(CertificateProfile.server(Names.of("other.localhost")));

        ClientRun run = fetch("other.pem", other);

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words())
                .contains("is not for the address 127.0.0.1 but for DNS:other.localhost")
                .contains("trusted, but for another server");
    }

    @Test
    void anotherHostThatIsMeant() throws IOException {
        Identity other = authority.issue(CertificateProfile.server(Names.of("other.localhost")));

        ClientRun run = fetch("meant.pem", other, "--verify-name", "other.localhost");

        assertThat(run.exit()).as(run.out()).isZero();
    }

    @Test
    void namesBeyondAsciiAreComparedAsTheyAreLookedUp() throws IOException {
        Identity identity = authority.issue(CertificateProfile.server(Names.of("xn--mnchen-3ya.test")));
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "idn.pem", identity))) {
            ClientRun run = ClientRun.of(
                    "--resolve",
                    "M\u00dcNCHEN.test:" + peer.port() + ":127.0.0.1",
                    "--cacert",
                    roots.toString(),
                    peer.url("m\u00fcnchen.test"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.words()).contains("matched DNS:xn--mnchen-3ya.test");
        }
    }

    @Test
    void anAddressWrittenAsADnsName() throws IOException {
        ClientRun run = fetch(selfSigned("ip-as-dns", "/CN=device", "subjectAltName=DNS:127.0.0.1"));

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words())
                .contains("no IP address entry for 127.0.0.1")
                .contains("an address written as a name, does not count (RFC 9525)")
                .contains("Try make a certificate with one: hellowire-certs create --ip 127.0.0.1");
    }

    @Test
    void anAddressInTheCommonNameOnly() throws IOException {
        ClientRun run = fetch(selfSigned("ip-in-cn", "/CN=127.0.0.1", "basicConstraints=CA:FALSE"));

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words()).contains("in its common name only, which does not count");
    }

    @Test
    void aNameInTheCommonNameOnly() throws IOException {
        Path pem = selfSigned("name-in-cn", "/CN=localhost", "basicConstraints=CA:FALSE");
        try (TlsPeer peer = TlsPeer.start(pem)) {
            ClientRun run = ClientRun.of("-4", "--cacert", pem.toString(), peer.url("localhost"));

            assertThat(run.exit()).isEqualTo(60);
            assertThat(run.words()).contains("has localhost in its common name only");
        }
    }

    @Test
    void selfSigned() throws IOException {
        ClientRun run = fetch("self-signed.pem", SelfSigned.issue(loopback()));

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words())
                .contains("the certificate is self-signed, and not one of the 1 root of")
                .contains("Try pass the certificate itself with --cacert FILE")
                .contains("for the right server (matched IP:127.0.0.1)");
    }

    @Test
    void selfSignedAndGivenAsARoot() throws IOException {
        Identity identity = SelfSigned.issue(loopback());
        Path certificate = TlsPeer.pem(folder, "trusted-itself.crt", identity.certificate());
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "trusted-itself.pem", identity))) {
            ClientRun run = ClientRun.of("--cacert", certificate.toString(), peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
        }
    }

    @Test
    void anUnknownRoot() throws IOException {
        Authority stranger = Authority.create(AuthorityProfile.named("Strange Root"));
        Path chain = TlsPeer.pem(folder, "stranger-chain.pem", stranger.certificate());
        Path pem = TlsPeer.pem(folder, "stranger.pem", stranger.issue(loopback()));
        try (TlsPeer peer = TlsPeer.start(pem, "-cert_chain", chain.toString())) {
            ClientRun run = fetch(peer);

            assertThat(run.exit()).isEqualTo(60);
            assertThat(run.words()).contains("its root CN=Strange Root is not one of the 1 root of");
        }
    }

    @Test
    void aMissingIntermediate() throws IOException {
        Chain chain = new Chain();
        try (TlsPeer peer = TlsPeer.start(chain.leaf)) {
            ClientRun run = ClientRun.of("--cacert", chain.root.toString(), peer.url("127.0.0.1"));

            assertThat(run.exit()).isEqualTo(60);
            assertThat(run.words())
                    .contains("the server sent 1 certificate; the issuer CN=Middle is neither among them nor one of")
                    .contains("configure the server to send it too");
        }
    }

    @Test
    void aWholeChain() throws IOException {
        Chain chain = new Chain();
        try (TlsPeer peer = TlsPeer.start(chain.leaf, "-cert_chain", chain.middle.toString())) {
            ClientRun run = ClientRun.of("--cacert", chain.root.toString(), peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.words()).containsPattern("issuer +CN=Middle .*sent");
        }
    }

    @Test
    void aChainInTheWrongOrder() throws IOException {
        Chain chain = new Chain();
        Path wrong = folder.resolve("wrong-order.pem");
        Files.writeString(wrong, Files.readString(chain.root) + Files.readString(chain.middle));
        try (TlsPeer peer = TlsPeer.start(chain.leaf, "-cert_chain", wrong.toString())) {
            ClientRun run = ClientRun.of("--cacert", chain.root.toString(), peer.url("127.0.0.1"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.words()).contains("certificate 2 sent is not the issuer of number 1");
        }
    }

    @Test
    void aCertificateForClients() throws IOException {
        Identity identity = authority.issue(CertificateProfile.client("me").withNames(Names.of("127.0.0.1")));

        ClientRun run = fetch("client-use.pem", identity);

        assertThat(run.exit()).isEqualTo(60);
        assertThat(run.words()).contains("its extendedKeyUsage lacks serverAuth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA2048", "P256", "P384"})
    void everyUsualKindOfKey(String type) throws IOException {
        ClientRun run = fetch(type + ".pem", authority.issue(loopback().withKeyType(KeyType.valueOf(type))));

        assertThat(run.exit()).as(run.out()).isZero();
    }

    @Test
    void mutualTlsWithACertificateOfOurs() throws IOException {
        Path client = TlsPeer.pem(folder, "client.pem", authority.issue(CertificateProfile.client("me")));
        Path server = TlsPeer.pem(folder, "mutual.pem", authority.issue(loopback()));
        try (TlsPeer peer =
                TlsPeer.start(server, "-Verify", "1", "-verify_return_error", "-CAfile", roots.toString())) {
            ClientRun run = fetch(peer, "--cert", client.toString());

            assertThat(run.exit()).as(run.out()).isZero();
        }
    }

    @Test
    void controlCharactersInASubjectNeverReachTheTerminal() throws IOException {
        ClientRun run = fetch(selfSigned("escape", "/CN=a\u001b[31mred", "subjectAltName=DNS:x"));

        assertThat(run.out()).doesNotContain("\u001b").contains("\\x1B[31mred");
    }

    @Test
    void savesTheCertificatesForOpenssl() throws IOException {
        Path saved = folder.resolve("saved.pem");

        fetch("to-save.pem", SelfSigned.issue(loopback()), "--save-certs", saved.toString(), "--tls-only");

        assertThat(Program.named("openssl")
                        .succeed("x509", "-in", saved.toString(), "-noout", "-text")
                        .out())
                .contains("IP Address:127.0.0.1");
    }

    private ClientRun fetch(Path pem) {
        try (TlsPeer peer = TlsPeer.start(pem)) {
            return fetch(peer);
        }
    }

    /** Made by OpenSSL, since our own certificates are never wrong in these ways. */
    private static Path selfSigned(String name, String subject, String... extensions) throws IOException {
        Path key = folder.resolve(name + ".key");
        Path certificate = folder.resolve(name + ".crt");
        List<String> arguments = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "30",
                "-utf8",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString(),
                "-subj",
                subject));
        for (String extension : extensions) {
            arguments.add("-addext");
            arguments.add(extension);
        }
        Program.named("openssl").succeed(arguments.toArray(String[]::new));
        return Files.writeString(folder.resolve(name + ".pem"), Files.readString(key) + Files.readString(certificate));
    }

    /** A root, an authority below it and a server below that, made by OpenSSL. */
    private static final class Chain {

        private final Path root = folder.resolve("chain-root.crt");
        private final Path middle = folder.resolve("chain-middle.crt");
        private final Path leaf = folder.resolve("chain-leaf.pem");

        Chain() throws IOException {
            Path rootKey = folder.resolve("chain-root.key");
            Path middleKey = folder.resolve("chain-middle.key");
            Path leafKey = folder.resolve("chain-leaf.key");
            Path leafCertificate = folder.resolve("chain-leaf.crt");
            Program openssl = Program.named("openssl");
            openssl.succeed(
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-days",
                    "30",
                    "-subj",
                    "/CN=Top",
                    "-keyout",
                    rootKey.toString(),
                    "-out",
                    root.toString());
            sign("Middle", middleKey, middle, rootKey, root, "basicConstraints=critical,CA:TRUE");
            sign("Leaf", leafKey, leafCertificate, middleKey, middle, "subjectAltName=IP:127.0.0.1");
            Files.writeString(leaf, Files.readString(leafKey) + Files.readString(leafCertificate));
        }

        private static void sign(String name, Path key, Path certificate, Path issuerKey, Path issuer, String extension)
                throws IOException {
            Path request = folder.resolve(name + ".csr");
            Path extensions = Files.writeString(folder.resolve(name + ".ext"), extension + "\n");
            Program openssl = Program.named("openssl");
            openssl.succeed(
                    "req",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-subj",
                    "/CN=" + name,
                    "-keyout",
                    key.toString(),
                    "-out",
                    request.toString());
            openssl.succeed(
                    "x509",
                    "-req",
                    "-in",
                    request.toString(),
                    "-days",
                    "20",
                    "-CA",
                    issuer.toString(),
                    "-CAkey",
                    issuerKey.toString(),
                    "-CAcreateserial",
                    "-extfile",
                    extensions.toString(),
                    "-out",
                    certificate.toString());
        }
    }
}
