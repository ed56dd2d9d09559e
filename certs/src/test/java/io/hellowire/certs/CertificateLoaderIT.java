package io.hellowire.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loader makes of whole sets of files: one or two, sorted or not, with what else is in them. */
class CertificateLoaderIT {

    @TempDir
    Path directory;

    private Openssl openssl;
    private final CertificateLoader loader = new CertificateLoader(Passphrase.none());

    @BeforeEach
    void useDirectory() {
        openssl = new Openssl(directory);
    }

    @Test
    void keyAndCertificateMayBeInTwoFilesInEitherOrder() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(load("a.pem", "a-key.pem")).isEqualTo(load("a-key.pem", "a.pem"));
    }

    @Test
    void aSoundPairGivesNoWarning() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(load("a.pem", "a-key.pem").warnings()).isEmpty();
    }

    @Test
    void anIdentityDoesNotShowItsKey() throws IOException {
        openssl.pair("a", "rsa:2048");

        assertThat(load("a.pem", "a-key.pem")).hasToString("Identity[CN=a, RSA key, 1 certificate]");
    }

    @Test
    void theSameKeyInTwoFilesAndTwoEncodingsIsOneKey() throws IOException {
        openssl.pair("a", "ec:P-256");
        openssl.run("pkey -in a-key.pem -traditional -out again.pem");

        assertThat(load("a.pem", "a-key.pem", "again.pem").warnings()).isEmpty();
    }

    @Test
    void symbolicLinksAreFollowed() throws IOException {
        openssl.pair("a", "ec:P-256");
        Files.createSymbolicLink(openssl.file("link.pem"), openssl.file("a.pem"));

        assertThat(load("link.pem", "a-key.pem").chain()).hasSize(1);
    }

    @Test
    void aKeyAfterItsEcParametersLoads() throws IOException {
        openssl.run("ecparam -name prime256v1 -genkey -out key.pem");
        openssl.run("req -x509 -new -key key.pem -subj /CN=a -addext subjectAltName=DNS:a -out cert.pem");

        assertThat(openssl.text("key.pem")).startsWith("-----BEGIN EC PARAMETERS-----");
        assertThat(load("key.pem", "cert.pem").key().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void theTutorialsPairLoadsFromItsHeaderlessFiles() throws IOException {
        openssl.pair(
                "device",
                "rsa:2048",
                "-days 3650 -addext keyUsage=critical,digitalSignature,keyAgreement -addext extendedKeyUsage=serverAuth"
                        + " -addext subjectAltName=DNS:10.39.40.168,IP:10.39.40.168");
        openssl.write("cert", headerless(openssl.text("device.pem")));
        openssl.write("key", headerless(openssl.text("device-key.pem")));

        Identity expected = load("device.pem", "device-key.pem");
        assertThat(load("cert", "key"))
                .extracting(Identity::chain, Identity::key)
                .containsExactly(expected.chain(), expected.key());
    }

    @Test
    void aChainInOrderIsTakenAsItIs() throws IOException {
        makeChain();

        Identity identity = load("leaf-key.pem", "leaf.pem", "sub.pem", "root.pem");

        assertThat(identity.chain()).isEqualTo(certificates("leaf", "sub", "root"));
        assertThat(identity.warnings()).isEmpty();
    }

    @Test
    void aChainOutOfOrderIsSortedAndSaysSo() throws IOException {
        makeChain();

        Identity identity = load("leaf-key.pem", "root.pem", "leaf.pem", "sub.pem");

        assertThat(identity.chain()).isEqualTo(certificates("leaf", "sub", "root"));
        assertThat(identity.warnings())
                .containsExactly(openssl.file("leaf.pem")
                        + ": the chain was out of order and has been sorted: CN=leaf < CN=sub < CN=root");
    }

    @Test
    void aCertificateThatIsNotInTheChainIsLeftOutAndNamed() throws IOException {
        makeChain();
        openssl.pair("stranger", "ec:P-256");

        Identity identity = load("leaf-key.pem", "leaf.pem", "stranger.pem", "sub.pem");

        assertThat(identity.chain()).isEqualTo(certificates("leaf", "sub"));
        assertThat(identity.warnings())
                .containsExactly(openssl.file("stranger.pem") + ": left out, as it is not in the chain: CN=stranger");
    }

    @Test
    void pkcs12WithCertificatesOnlyIsTrustThatTheJdkAloneWouldFindEmpty() throws IOException {
        openssl.pair("a", "ec:P-256");
        openssl.run("pkcs12 -export -nokeys -in a.pem -out trust.p12 -passout pass:");

        assertThat(trust("trust.p12").roots()).isEqualTo(certificates("a"));
    }

    @Test
    void trustHoldsEveryCertificateOnce() throws IOException {
        makeChain();
        openssl.write("all.pem", openssl.text("root.pem") + openssl.text("sub.pem") + openssl.text("root.pem"));

        assertThat(trust("all.pem", "root.pem").roots()).isEqualTo(certificates("root", "sub"));
    }

    @Test
    void trustWarnsOfAPrivateKeyInItsFile() throws IOException {
        openssl.pair("a", "ec:P-256");
        openssl.write("both.pem", openssl.text("a.pem") + openssl.text("a-key.pem"));
        Files.setPosixFilePermissions(openssl.file("both.pem"), PosixFilePermissions.fromString("rw-------"));

        assertThat(trust("both.pem").warnings())
                .containsExactly(openssl.file("both.pem") + ": holds a private key, which is not needed to trust it");
    }

    @Test
    void warnsOfAKeyThatOthersMayRead() throws IOException {
        openssl.pair("a", "ec:P-256");
        Files.setPosixFilePermissions(openssl.file("a-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(load("a.pem", "a-key.pem").warnings())
                .containsExactly(openssl.file("a-key.pem")
                        + ": holds a private key and can be read by every user (expected: chmod 600)");
    }

    @Test
    void warnsOfACertificateWithoutNames() throws IOException {
        openssl.pair("a", "ec:P-256", "-days 365");

        assertThat(load("a.pem", "a-key.pem").warnings())
                .containsExactly(openssl.file("a.pem")
                        + ": CN=a has no subject alternative name: browsers and curl accept it for no host");
    }

    @Test
    void expectsNoNamesOfAClient() throws IOException {
        openssl.pair("a", "ec:P-256", "-days 365 -addext extendedKeyUsage=clientAuth");

        assertThat(load("a.pem", "a-key.pem").warnings()).isEmpty();
    }

    @Test
    void warnsOfAShortRsaKey() throws IOException {
        openssl.pair("a", "rsa:1024");

        assertThat(load("a.pem", "a-key.pem").warnings())
                .containsExactly(openssl.file("a.pem")
                        + ": an RSA key of 1024 bits, which most clients refuse (expected: 2048 or more)");
    }

    @Test
    void warnsFromFourteenDaysBeforeTheEnd() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(warningsAfter(Duration.ofDays(365 - 15))).isEmpty();
        assertThat(warningsAfter(Duration.ofDays(365 - 14).plusHours(1)))
                .singleElement()
                .asString()
                .startsWith(openssl.file("a.pem") + ": CN=a expires on ")
                .endsWith(", in 13 days");
    }

    @Test
    void warnsOfAnExpiredCertificate() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(warningsAfter(Duration.ofDays(366).plusHours(1)))
                .singleElement()
                .asString()
                .startsWith(openssl.file("a.pem") + ": CN=a expired on ")
                .endsWith(", 1 day ago");
    }

    @Test
    void warnsOfACertificateOfTheFuture() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(warningsAfter(Duration.ofDays(-3)))
                .singleElement()
                .asString()
                .startsWith(openssl.file("a.pem") + ": CN=a is not valid before ");
    }

    private List<String> warningsAfter(Duration fromNow) throws IOException {
        return new CertificateLoader(Passphrase.none(), Clock.offset(Clock.systemUTC(), fromNow))
                .loadIdentity(openssl.file("a.pem"), openssl.file("a-key.pem"))
                .warnings();
    }

    private void makeChain() {
        openssl.authority("root", "root");
        openssl.authority("sub", "root");
        openssl.leaf("leaf", "sub");
    }

    private Identity load(String... names) throws IOException {
        return loader.loadIdentity(files(names));
    }

    private Trust trust(String... names) throws IOException {
        return loader.loadTrust(files(names));
    }

    private List<X509Certificate> certificates(String... names) throws IOException {
        return trust(Stream.of(names).map(name -> name + ".pem").toArray(String[]::new))
                .roots();
    }

    private List<Path> files(String... names) {
        return Stream.of(names).map(openssl::file).toList();
    }

    private static String headerless(String pem) {
        List<String> lines = pem.lines().toList();
        return String.join("\n", lines.subList(1, lines.size() - 1)) + "\n";
    }
}
