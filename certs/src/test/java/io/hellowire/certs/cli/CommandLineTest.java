package io.hellowire.certs.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.KeyType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void createsAServerForAllNamesOfThisMachine() throws Exception {
        assertThat(run("create", "-o", directory.toString())).isZero();

        assertThat(alternativeNames(identity("server").certificate()))
                .contains(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(out.toString()).contains("localhost").contains("127.0.0.1");
    }

    @Test
    void createsAServerForTheNamesGivenAndNoOther() throws Exception {
        assertThat(run("create", "-o", directory.toString(), "--ip", "192.168.4.1", "--dns", "Gate.local"))
                .isZero();

        assertThat(alternativeNames(identity("server").certificate()))
                .containsExactlyInAnyOrder(List.of(2, "gate.local"), List.of(7, "192.168.4.1"));
    }

    @Test
    void saysWhatWasMadeAndWhatToTypeNext() throws Exception {
        assertThat(run("create", "-o", directory.toString(), "--ip", "192.168.4.1"))
                .isZero();

        assertThat(out.toString().lines().count()).isLessThanOrEqualTo(15);
        assertThat(out.toString())
                .contains(directory.resolve("server.pem").toString())
                .contains(Report.fingerprint(identity("server").certificate()))
                .contains("curl --cacert " + directory.resolve("server.pem") + " https://192.168.4.1:8443/");
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void createsEveryKindOfKey(KeyType keyType) throws Exception {
        assertThat(run("create", "-o", directory.toString(), "--ip", "127.0.0.1", "--key", keyType.toString()))
                .isZero();

        assertThat(KeyType.of(identity("server").certificate().getPublicKey())).isEqualTo(keyType);
    }

    @Test
    void doesAsAskedForSubjectDaysAndName() throws Exception {
        assertThat(run(
                        "create",
                        "-o",
                        directory.toString(),
                        "--ip",
                        "127.0.0.1",
                        "--name",
                        "gate",
                        "--days",
                        "30",
                        "--subject",
                        "C=US,ST=CA,O=Garage\\, Inc.,CN=gate"))
                .isZero();

        X509Certificate certificate = identity("gate").certificate();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=gate,O=Garage\\, Inc.,ST=CA,C=US");
        assertThat(certificate.getNotAfter().getTime()
                        - certificate.getNotBefore().getTime())
                .isEqualTo(30L * 86_400_000 - 1000);
    }

    @Test
    void writesEveryFormatAskedFor() throws IOException {
        assertThat(run(
                        "create",
                        "-o",
                        directory.toString(),
                        "--ip",
                        "127.0.0.1",
                        "--format",
                        "pem,der,p12,headerless,micropython,c"))
                .isZero();

        assertThat(filesThere())
                .containsExactlyInAnyOrder(
                        "server.pem",
                        "server-key.pem",
                        "server.der",
                        "server-key.der",
                        "server.p12",
                        "server.b64",
                        "server-key.b64",
                        "server.py",
                        "server.h");
    }

    @Test
    void neverOverwritesUnlessTold() throws Exception {
        run("create", "-o", directory.toString(), "--ip", "127.0.0.1");
        byte[] key = Files.readAllBytes(directory.resolve("server-key.pem"));

        assertThat(run("create", "-o", directory.toString(), "--ip", "127.0.0.1"))
                .isEqualTo(1);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("server.pem: is already there")
                .contains("--force");
        assertThat(directory.resolve("server-key.pem")).hasBinaryContent(key);
        assertThat(run("create", "-o", directory.toString(), "--ip", "127.0.0.1", "--force"))
                .isZero();
        assertThat(Files.readAllBytes(directory.resolve("server-key.pem"))).isNotEqualTo(key);
    }

    @Test
    void oneKeyThatIsThereKeepsEveryOtherFileFromBeingWritten() throws IOException {
        Files.writeString(directory.resolve("server-key.pem"), "precious");

        assertThat(run("create", "-o", directory.toString(), "--ip", "127.0.0.1"))
                .isEqualTo(1);
        assertThat(filesThere()).containsExactly("server-key.pem");
    }

    @Test
    void encryptsTheKeyInEveryFormatThatCan() throws Exception {
        Path passphrase = Files.writeString(directory.resolve("passphrase"), "open sesame\n");

        assertThat(run(
                        "create",
                        "-o",
                        directory.toString(),
                        "--ip",
                        "127.0.0.1",
                        "--format",
                        "pem,der,p12,headerless",
                        "--encrypt-file",
                        passphrase.toString()))
                .isZero();

        X509Certificate certificate = new CertificateLoader(Passphrase.ofFile(passphrase))
                .loadIdentity(directory.resolve("server.p12"))
                .certificate();
        for (String extension : List.of("pem", "der", "b64")) {
            List<Path> pair =
                    List.of(directory.resolve("server." + extension), directory.resolve("server-key." + extension));
            assertThat(new CertificateLoader(Passphrase.ofFile(passphrase))
                            .loadIdentity(pair)
                            .certificate())
                    .isEqualTo(certificate);
            assertThatThrownBy(() -> new CertificateLoader(Passphrase.none()).loadIdentity(pair))
                    .hasMessageContaining("passphrase");
        }
    }

    @Test
    void addsAddressesAsDnsNamesForOldDevices() throws Exception {
        run("create", "-o", directory.toString(), "--ip", "192.168.4.1", "--device-compat");

        assertThat(alternativeNames(identity("server").certificate()))
                .containsExactlyInAnyOrder(List.of(2, "192.168.4.1"), List.of(7, "192.168.4.1"));
    }

    @Test
    void saysWhoRefusesMoreThan825Days() {
        run("create", "-o", directory.toString(), "--ip", "127.0.0.1", "--days", "826");

        assertThat(out.toString()).contains("macOS and iOS").contains("825");
    }

    @Test
    void saysNothingOfTheKindAt825Days() {
        run("create", "-o", directory.toString(), "--ip", "127.0.0.1", "--days", "825");

        assertThat(out.toString()).doesNotContain("macOS");
    }

    @Test
    void saysWhoRefusesEd25519() {
        run("create", "-o", directory.toString(), "--ip", "127.0.0.1", "--key", "ed25519");

        assertThat(out.toString()).contains("browsers and Mbed TLS");
    }

    @Test
    void anAuthoritySignsServersAndClients() throws Exception {
        Path authority = directory.resolve("ca dir");
        assertThat(run("ca", "-o", authority.toString())).isZero();
        assertThat(run("create", "--ca", authority.toString(), "-o", directory.toString()))
                .isZero();
        assertThat(run("create", "--ca", authority.toString(), "-o", directory.toString(), "--client"))
                .isZero();

        X509Certificate root = new CertificateLoader(Passphrase.none())
                .loadTrust(List.of(authority.resolve("ca.pem")))
                .roots()
                .get(0);
        identity("server").certificate().verify(root.getPublicKey());
        identity("client").certificate().verify(root.getPublicKey());
        assertThat(out.toString()).contains("curl --cacert '" + authority.resolve("ca.pem") + "' https://");
    }

    @Test
    void whatAnAuthoritySignsEndsNoLaterThanTheAuthority() throws Exception {
        Path authority = directory.resolve("ca");
        run("ca", "-o", authority.toString(), "--days", "10");
        run("create", "--ca", authority.toString(), "-o", directory.toString());

        X509Certificate root = new CertificateLoader(Passphrase.none())
                .loadTrust(List.of(authority.resolve("ca.pem")))
                .roots()
                .get(0);
        assertThat(identity("server").certificate().getNotAfter()).isEqualTo(root.getNotAfter());
        assertThat(out.toString()).contains("expires no later than the authority");
    }

    @Test
    void aNameThatTheAuthorityMayNotSignIsOneLine() {
        Path authority = directory.resolve("ca");
        run("ca", "-o", authority.toString());

        assertThat(run("create", "--ca", authority.toString(), "-o", directory.toString(), "--dns", "example.com"))
                .isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("example.com");
        assertThat(directory.resolve("server-key.pem")).doesNotExist();
    }

    @Test
    void anAuthorityThatIsNotThereIsOneLineThatSaysHowToMakeIt() {
        assertThat(run("create", "--ca", directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("hellowire-certs ca -o");
    }

    @Test
    void renewsWithTheSameNamesAndSettingsButAnotherKey() throws Exception {
        run(
                "create",
                "-o",
                directory.toString(),
                "--ip",
                "192.168.4.1",
                "--dns",
                "gate.local",
                "--key",
                "p384",
                "--days",
                "90",
                "--subject",
                "O=Garage,CN=gate",
                "--format",
                "pem,der,headerless");
        X509Certificate old = identity("server").certificate();

        assertThat(run("renew", directory.resolve("server.pem").toString())).isZero();

        X509Certificate fresh = identity("server").certificate();
        assertThat(fresh.getSerialNumber()).isNotEqualTo(old.getSerialNumber());
        assertThat(fresh.getPublicKey()).isNotEqualTo(old.getPublicKey());
        assertThat(KeyType.of(fresh.getPublicKey())).isEqualTo(KeyType.P384);
        assertThat(fresh.getSubjectX500Principal()).isEqualTo(old.getSubjectX500Principal());
        assertThat(alternativeNames(fresh)).isEqualTo(alternativeNames(old));
        assertThat(fresh.getKeyUsage()).isEqualTo(old.getKeyUsage());
        assertThat(fresh.getExtendedKeyUsage()).isEqualTo(old.getExtendedKeyUsage());
        assertThat(fresh.getNotAfter().getTime() - fresh.getNotBefore().getTime())
                .isEqualTo(old.getNotAfter().getTime() - old.getNotBefore().getTime());
        assertThat(new CertificateLoader(Passphrase.none())
                        .loadPair(directory.resolve("server.b64"), directory.resolve("server-key.b64"))
                        .certificate())
                .isEqualTo(fresh);
    }

    @Test
    void renewsAPairOfWhichACrashHadReplacedOneFileOnly() throws Exception {
        run("create", "-o", directory.toString(), "--ip", "192.168.4.1");
        Path half = Files.createDirectory(directory.resolve(".hellowire-replacing"));
        run("create", "-o", half.toString(), "--ip", "192.168.4.1");
        Files.move(half.resolve("server.pem"), directory.resolve("server.pem"), REPLACE_EXISTING);
        X509Certificate decided = new CertificateLoader(Passphrase.none())
                .loadTrust(List.of(directory.resolve("server.pem")))
                .roots()
                .get(0);

        assertThat(run("renew", directory.resolve("server.pem").toString())).isZero();

        assertThat(identity("server").certificate()).isNotEqualTo(decided);
        assertThat(alternativeNames(identity("server").certificate())).isEqualTo(alternativeNames(decided));
        assertThat(half).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--like-tutorial", "--client"})
    void renewsWhatItIsFor(String option) throws Exception {
        run("create", "-o", directory.toString(), "--name", "a", option);
        X509Certificate old = identity("a").certificate();

        assertThat(run("renew", directory.resolve("a.pem").toString())).isZero();

        X509Certificate fresh = identity("a").certificate();
        assertThat(fresh.getKeyUsage()).isEqualTo(old.getKeyUsage());
        assertThat(fresh.getExtendedKeyUsage()).isEqualTo(old.getExtendedKeyUsage());
        assertThat(fresh.getNonCriticalExtensionOIDs()).isEqualTo(old.getNonCriticalExtensionOIDs());
        assertThat(fresh.getCriticalExtensionOIDs()).isEqualTo(old.getCriticalExtensionOIDs());
    }

    @Test
    void renewsWhatAnAuthoritySignedByThatAuthorityOnly() throws Exception {
        Path authority = directory.resolve("ca");
        run("ca", "-o", authority.toString());
        run("ca", "-o", directory.resolve("other").toString(), "--subject", "CN=Other");
        run("create", "--ca", authority.toString(), "-o", directory.toString());
        String file = directory.resolve("server.pem").toString();
        X509Certificate old = identity("server").certificate();

        assertThat(run("renew", file)).isEqualTo(1);
        assertThat(run("renew", file, "--ca", directory.resolve("other").toString()))
                .isEqualTo(1);
        assertThat(identity("server").certificate()).isEqualTo(old);
        assertThat(run("renew", file, "--ca", authority.toString())).isZero();
        assertThat(identity("server").certificate()).isNotEqualTo(old);
    }

    @Test
    void renewsNoAuthority() {
        run("ca", "-o", directory.toString());

        assertThat(run("renew", directory.resolve("ca.pem").toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("an authority");
    }

    @Test
    void renewsNothingWithoutItsKey() throws IOException {
        run("create", "-o", directory.toString());
        Files.delete(directory.resolve("server-key.pem"));

        assertThat(run("renew", directory.resolve("server.pem").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("key");
        assertThat(directory.resolve("server-key.pem")).doesNotExist();
    }

    @Test
    void neverRenewsAnEncryptedKeyByOneInTheClear() throws Exception {
        Path passphrase = Files.writeString(directory.resolve("passphrase"), "open sesame\n");
        run("create", "-o", directory.toString(), "--ip", "127.0.0.1", "--encrypt-file", passphrase.toString());
        String file = directory.resolve("server.pem").toString();
        byte[] old = Files.readAllBytes(directory.resolve("server.pem"));

        assertThat(run("renew", file)).isEqualTo(1);
        assertThat(directory.resolve("server.pem")).hasBinaryContent(old);
        assertThat(run("renew", file, "--encrypt-file", passphrase.toString())).isZero();
        assertThat(Files.readAllBytes(directory.resolve("server.pem"))).isNotEqualTo(old);
        assertThat(directory.resolve("server-key.pem")).content().contains("BEGIN ENCRYPTED PRIVATE KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\npassphrase\n"})
    void encryptsNothingWithAnEmptyPassphrase(String content) throws IOException {
        Path passphrase = Files.writeString(directory.resolve("passphrase"), content);

        assertThat(run("create", "-o", directory.toString(), "--encrypt-file", passphrase.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains(passphrase + ": an empty first line (expected: ");
        assertThat(filesThere()).containsExactly("passphrase");
    }

    @Test
    void refusesAPathThatIsNoneInOneLine() {
        assertThat(run("show", "a\0b")).isEqualTo(2);
        assertThat(err.toString()).contains("(expected: a file name").doesNotContain("Exception");
    }

    @Test
    void tellsHowToTrustEverywhereAndChangesNothing() throws IOException {
        run("ca", "-o", directory.toString());
        List<String> before = filesThere();

        assertThat(run("trust", directory.resolve("ca.pem").toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "update-ca-certificates", "update-ca-trust", "security add-trusted-cert", "certutil -addstore")
                .contains(
                        "libnss3-tools",
                        "about:support",
                        "keytool -importcert",
                        "adb push",
                        "Certificate Trust Settings")
                .contains("load_verify_locations", "esp_http_client_config_t")
                .doesNotContainPattern("\\{[a-z]+}");
        assertThat(filesThere()).isEqualTo(before);
    }

    @Test
    void tellsHowToTrustOnWhatWasAskedForOnly() {
        run("ca", "-o", directory.toString());

        assertThat(run("trust", directory.resolve("ca.pem").toString(), "--on", "java,esp-idf"))
                .isZero();
        assertThat(out.toString()).contains("keytool", "esp_http_client").doesNotContain("update-ca-certificates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create --ip foo",
                "create --dns 1.2.3.4",
                "create --dns a..b",
                "create --key dsa",
                "create --days 0",
                "create --days x",
                "create --subject foo",
                "create --name a/b",
                "create --format jpeg",
                "create --like-tutorial --client",
                "create --format c --encrypt-file x",
                "trust --install --uninstall x",
                "renew",
                "craete",
                "create surplus"
            })
    void whatIsWrongOnTheCommandLineIsAUsageErrorOfTwoLines(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(2).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "create", "ca", "sign", "renew", "trust", "show", "check", "convert", "completion"})
    void helpFitsAScreenAndShowsExamples(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString().lines()).hasSizeLessThanOrEqualTo(28);
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(out.toString()).containsPattern("Examples?:");
    }

    @ParameterizedTest
    @CsvSource({"create", "ca", "sign", "renew", "trust", "show", "check", "convert"})
    void completionKnowsEveryCommand(String command) {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("#!/usr/bin/env bash").contains("_picocli_hellowire-certs_" + command);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
    }

    private Identity identity(String name) throws IOException {
        return new CertificateLoader(Passphrase.none())
                .loadPair(directory.resolve(name + ".pem"), directory.resolve(name + "-key.pem"));
    }

    private static List<List<?>> alternativeNames(X509Certificate certificate) throws Exception {
        return List.copyOf(certificate.getSubjectAlternativeNames());
    }

    private List<String> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
