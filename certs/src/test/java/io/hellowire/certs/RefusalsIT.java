package io.hellowire.certs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is refused in one line that names the file, what was found and what was expected. */
class RefusalsIT {

    private static final String FILE_EXPECTED = " (expected: a file with a certificate or a private key)";

    @TempDir
    Path directory;

    private Openssl openssl;

    @BeforeEach
    void makePair() {
        openssl = new Openssl(directory);
        openssl.pair("a", "ec:P-256");
    }

    @Test
    void aMissingFile() {
        assertThat(refusalOf("no.pem")).isEqualTo("no.pem: no such file" + FILE_EXPECTED);
    }

    @Test
    void aDirectory() throws IOException {
        Files.createDirectory(openssl.file("dir"));

        assertThat(refusalOf("dir")).isEqualTo("dir: a directory" + FILE_EXPECTED);
    }

    @Test
    void anEmptyFile() throws IOException {
        openssl.write("empty", "");

        assertThat(refusalOf("empty"))
                .isEqualTo("empty: an empty file (expected: a certificate or key as PEM, DER, PKCS#12 or base64)");
    }

    @Test
    void aFileOfBlanks() throws IOException {
        openssl.write("blank", " \r\n \n");

        assertThat(refusalOf("blank")).startsWith("blank: blanks only (expected: ");
    }

    @Test
    void aFileOverTheLimitButNotOneAtIt() throws IOException {
        String padding =
                "x".repeat(LoadedFile.MAX_FILE_BYTES - openssl.text("a.pem").length() - 1) + "\n";
        openssl.write("at", padding + openssl.text("a.pem"));
        openssl.write("over", "x" + openssl.text("at"));

        assertThat(new CertificateLoader(Passphrase.none())
                        .loadTrust(List.of(openssl.file("at")))
                        .roots())
                .hasSize(1);
        assertThat(refusalOf("over"))
                .isEqualTo("over: more than 1048576 bytes (expected: a file with a certificate or a private key"
                        + " of at most 1 MiB)");
    }

    @Test
    void anEndlessFile() {
        assertThat(refusal(List.of(Path.of("/dev/zero")))).startsWith("/dev/zero: more than 1048576 bytes");
    }

    @Test
    void keyAndCertificateSwapped() {
        String message = catchThrowableOfType(
                        CertificateFileException.class,
                        () -> new CertificateLoader(Passphrase.none())
                                .loadPair(openssl.file("a-key.pem"), openssl.file("a.pem")))
                .getMessage();

        assertThat(shown(message))
                .isEqualTo("a-key.pem: a private key (expected: the certificate; are key and certificate swapped?)");
    }

    @Test
    void aCertificateInPlaceOfTheKey() {
        String message = catchThrowableOfType(
                        CertificateFileException.class,
                        () -> new CertificateLoader(Passphrase.none())
                                .loadPair(openssl.file("a.pem"), openssl.file("a.pem")))
                .getMessage();

        assertThat(shown(message))
                .isEqualTo(
                        "a.pem: no private key (expected: a PRIVATE KEY block beside the certificate, or a key file)");
    }

    @Test
    void aKeyOfAnotherCertificate() {
        openssl.pair("b", "ec:P-256");

        assertThat(refusalOf("a.pem", "b-key.pem"))
                .isEqualTo("b-key.pem: a private key that does not belong to the certificate of CN=a"
                        + " (expected: the key that this certificate was made with)");
    }

    @Test
    void aKeyOfAnotherCertificateOfEveryOtherKind() {
        for (String type : List.of("rsa:2048", "ec:P-384", "ed25519")) {
            openssl.pair("b", type);
            openssl.pair("c", type);

            assertThat(refusalOf("c.pem", "b-key.pem")).as(type).contains("does not belong");
            assertThat(refusalOf("a.pem", "b-key.pem")).as(type).contains("does not belong");
        }
    }

    @Test
    void aCertificateWithoutAKey() {
        assertThat(refusalOf("a.pem"))
                .isEqualTo(
                        "a.pem: no private key (expected: a PRIVATE KEY block beside the certificate, or a key file)");
    }

    @Test
    void aKeyWithoutACertificate() {
        assertThat(refusalOf("a-key.pem"))
                .isEqualTo("a-key.pem: a private key and no certificate"
                        + " (expected: its certificate too, here or in another file)");
    }

    @Test
    void twoKeys() {
        openssl.pair("b", "ec:P-256");

        assertThat(refusalOf("a.pem", "a-key.pem", "b-key.pem"))
                .isEqualTo("a.pem, a-key.pem, b-key.pem: 2 different private keys (expected: exactly one)");
    }

    @Test
    void aKeyInPlaceOfTrust() {
        String message = catchThrowableOfType(
                        CertificateFileException.class,
                        () -> new CertificateLoader(Passphrase.none()).loadTrust(List.of(openssl.file("a-key.pem"))))
                .getMessage();

        assertThat(shown(message)).isEqualTo("a-key.pem: a private key (expected: a certificate to trust)");
    }

    @Test
    void aRequestInPlaceOfACertificate() {
        openssl.run("req -new -key a-key.pem -subj /CN=a -out a.csr");
        openssl.run("req -in a.csr -outform DER -out a.csr.der");

        String expected = ": a certificate request (CSR) (expected: a certificate or a private key)";
        assertThat(refusalOf("a.csr")).isEqualTo("a.csr" + expected);
        assertThat(refusalOf("a.csr.der")).isEqualTo("a.csr.der" + expected);
    }

    @Test
    void aPublicKeyInPlaceOfACertificate() {
        openssl.run("pkey -in a-key.pem -pubout -out a.pub");
        openssl.run("pkey -in a-key.pem -pubout -outform DER -out a.pub.der");

        String expected = ": a public key (expected: a certificate or a private key)";
        assertThat(refusalOf("a.pub")).isEqualTo("a.pub" + expected);
        assertThat(refusalOf("a.pub.der")).isEqualTo("a.pub.der" + expected);
    }

    @Test
    void aRevocationListInPlaceOfACertificate() throws IOException {
        openssl.write("index", "");
        openssl.write("ca.cnf", "[ca]\ndefault_ca=d\n[d]\ndatabase=index\ndefault_md=sha256\n");
        openssl.run("ca -gencrl -config ca.cnf -keyfile a-key.pem -cert a.pem -crldays 1 -out a.crl");
        openssl.run("crl -in a.crl -outform DER -out a.crl.der");

        assertThat(refusalOf("a.crl")).startsWith("a.crl: a X509 CRL block");
        assertThat(refusalOf("a.crl.der")).startsWith("a.crl.der: a revocation list (CRL)");
    }

    @Test
    void aDsaKey() {
        openssl.run("dsaparam -genkey -noout -out dsa.pem 1024");
        openssl.run("pkcs8 -topk8 -nocrypt -in dsa.pem -out dsa8.pem");
        openssl.run("dsa -in dsa.pem -outform DER -out dsa.der");

        assertThat(refusalOf("dsa.pem", "a.pem")).startsWith("dsa.pem: line 1: a DSA key (expected: an RSA, EC ");
        assertThat(refusalOf("dsa8.pem", "a.pem")).startsWith("dsa8.pem: line 1: a DSA key (expected: an RSA, EC ");
        assertThat(refusalOf("dsa.der", "a.pem")).startsWith("dsa.der: a DSA key (expected: an RSA, EC ");
    }

    @Test
    void keysThatNobodyServes() {
        assertThat(refusalOfKey("x25519")).startsWith("key: line 1: an X25519 key, which cannot sign (expected: ");
        assertThat(refusalOfKey("ec -pkeyopt ec_paramgen_curve:secp256k1"))
                .startsWith("key: line 1: an EC key on the curve 1.3.132.0.10, which browsers refuse");
    }

    @Test
    void anEcKeyWithExplicitParameters() {
        openssl.run("ecparam -name prime256v1 -param_enc explicit -genkey -noout -out key");

        assertThat(refusalOf("key", "a.pem"))
                .isEqualTo("key: line 1: an EC key with its curve spelled out (explicit parameters)"
                        + " (expected: a curve by its name, which `openssl ec -param_enc named_curve` writes)");
    }

    @Test
    void anOpenSshKey() throws IOException {
        openssl.write("id", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");

        assertThat(refusalOf("id")).startsWith("id: line 1: an OpenSSH key (expected: PKCS#8");
    }

    @Test
    void aWrongPassphraseInEveryEncryptedFormat() throws IOException {
        openssl.write("right", "right");
        openssl.write("wrong", "wrong");
        String out = " -passout file:right -out key";
        for (String command : List.of(
                "pkcs8 -topk8 -in a-key.pem",
                "pkcs8 -topk8 -v1 PBE-SHA1-3DES -in a-key.pem",
                "pkcs8 -topk8 -scrypt -in a-key.pem",
                "pkcs8 -topk8 -outform DER -in a-key.pem",
                "pkey -traditional -aes128 -in a-key.pem",
                "pkcs12 -export -inkey a-key.pem -in a.pem",
                "pkcs12 -export -legacy -inkey a-key.pem -in a.pem",
                "pkcs12 -export -nomac -inkey a-key.pem -in a.pem")) {
            openssl.run(command + out);

            assertThat(refusal(Passphrase.ofFile(openssl.file("wrong")), "key", "a.pem"))
                    .as(command)
                    .matches("key: (line 1: )?a wrong passphrase, or .* is damaged"
                            + " \\(expected: its passphrase, from a file or an environment variable\\)");
            assertThat(refusalOf("key", "a.pem"))
                    .as(command)
                    .matches("key: (line 1: )?an encrypted .* and no passphrase"
                            + " \\(expected: its passphrase, from a file or an environment variable\\)");
        }
    }

    @Test
    void aPassphraseFileThatIsNotThere() {
        openssl.run("pkcs8 -topk8 -in a-key.pem -passout pass:x -out key");

        assertThat(refusal(Passphrase.ofFile(openssl.file("none")), "key", "a.pem"))
                .isEqualTo("none: no such file (expected: a file whose first line is the passphrase)");
    }

    @Test
    void aBrokenBase64LineWithItsNumber() throws IOException {
        List<String> lines = openssl.text("a.pem").lines().toList();
        openssl.write(
                "broken",
                openssl.text("a.pem").replace(lines.get(3), lines.get(3).replaceFirst("...$", "*!?")));

        assertThat(refusalOf("broken"))
                .isEqualTo("broken: line 4: '*' in the base64 (expected: A-Z a-z 0-9 + / = only)");
    }

    @Test
    void aBrokenHeaderlessLineWithItsNumber() throws IOException {
        List<String> lines = openssl.text("a.pem").lines().toList();
        List<String> body = lines.subList(1, lines.size() - 1);
        openssl.write("broken", String.join("\n", body).replace(body.get(2), "-" + body.get(2)));

        assertThat(refusalOf("broken")).startsWith("broken: line 3: '-' in the base64");
    }

    @Test
    void aMissingBase64Line() throws IOException {
        List<String> lines = openssl.text("a.pem").lines().toList();
        openssl.write("broken", openssl.text("a.pem").replace(lines.get(3) + "\n", ""));

        assertThat(refusalOf("broken"))
                .startsWith("broken: line 1: no certificate or a broken one; damaged DER: an element of ");
    }

    @Test
    void aBlockWithoutItsEnd() throws IOException {
        openssl.write("cut", openssl.text("a.pem").replace("-----END CERTIFICATE-----\n", ""));

        assertThat(refusalOf("cut"))
                .isEqualTo("cut: line 1: -----BEGIN CERTIFICATE----- without its end"
                        + " (expected: -----END CERTIFICATE-----)");
    }

    @Test
    void aBlockWithAnotherEnd() throws IOException {
        openssl.write("mixed", openssl.text("a.pem").replace("END CERTIFICATE", "END PRIVATE KEY"));

        assertThat(refusalOf("mixed")).contains("-----END PRIVATE KEY----- (expected: -----END CERTIFICATE-----)");
    }

    @Test
    void aKeyUnderTheLabelOfACertificate() throws IOException {
        openssl.write("label", openssl.text("a-key.pem").replace("PRIVATE KEY", "CERTIFICATE"));

        assertThat(refusalOf("label"))
                .isEqualTo(
                        "label: line 1: no certificate or a broken one; damaged DER: tag 0x02 at byte 3 (expected: tag 0x30)");
    }

    @Test
    void aHalfDerFile() throws IOException {
        openssl.run("x509 -in a.pem -outform DER -out a.der");
        byte[] whole = Files.readAllBytes(openssl.file("a.der"));
        Files.write(openssl.file("half"), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(refusalOf("half"))
                .startsWith("half: damaged DER: an element of ")
                .contains("was the file cut off?");
    }

    @Test
    void moreAfterTheEndOfADerFile() throws IOException {
        openssl.run("x509 -in a.pem -outform DER -out a.der");
        byte[] whole = Files.readAllBytes(openssl.file("a.der"));
        Files.write(openssl.file("long"), java.util.Arrays.copyOf(whole, whole.length + 3));

        assertThat(refusalOf("long"))
                .isEqualTo("long: 3 more bytes after the end of the DER (expected: one DER object and nothing else)");
    }

    @Test
    void textOfAnotherKind() throws IOException {
        openssl.write("page", "<html>404</html>");

        assertThat(refusalOf("page")).startsWith("page: text without a -----BEGIN line (expected: ");
    }

    @Test
    void utf16() throws IOException {
        Files.write(openssl.file("wide"), ("\ufeff" + openssl.text("a.pem")).getBytes(UTF_16LE));

        assertThat(refusalOf("wide")).startsWith("wide: UTF-16 text, as PowerShell's > writes it (expected: ");
    }

    @Test
    void terminalControlsInAFileAreNotPassedOn() throws IOException {
        Files.write(openssl.file("evil\u001b[31m"), "-----BEGIN \u001b[31mX-----\n".getBytes(ISO_8859_1));

        assertThat(refusalOf("evil\u001b[31m"))
                .startsWith("evil\\x1B[31m: line 1: -----BEGIN ...----- without its end")
                .doesNotContain("\u001b");
    }

    @Test
    void twoIssuersInNoOrder() {
        openssl.authority("root", "root");
        openssl.leaf("leaf", "root");
        openssl.run("req -x509 -new -key root-key.pem -subj /CN=root -out root2.pem");

        assertThat(refusalOf("leaf-key.pem", "root.pem", "root2.pem", "leaf.pem"))
                .isEqualTo("leaf-key.pem: 2 certificates that may follow that of CN=leaf (expected: one of them,"
                        + " or all in order: each certificate followed by its issuer's)");
    }

    @Test
    void anEncryptionThatWouldTakeForever() {
        openssl.run("pkcs8 -topk8 -in a-key.pem -iter 5000001 -passout pass:x -out key");

        assertThat(refusalOf("key", "a.pem"))
                .isEqualTo("key: line 1: an encryption of 5000001 iterations (expected: 1 to 5000000)");
    }

    private String refusalOfKey(String algorithm) {
        openssl.run("genpkey -out key -algorithm " + algorithm);
        return refusalOf("key", "a.pem");
    }

    private String refusalOf(String... names) {
        return refusal(Passphrase.none(), names);
    }

    private String refusal(List<Path> files) {
        return refusal(Passphrase.none(), files);
    }

    private String refusal(Passphrase passphrase, String... names) {
        return refusal(passphrase, Stream.of(names).map(openssl::file).toList());
    }

    private String refusal(Passphrase passphrase, List<Path> files) {
        String message = catchThrowableOfType(
                        CertificateFileException.class, () -> new CertificateLoader(passphrase).loadIdentity(files))
                .getMessage();
        assertThat(message).doesNotContain("\n");
        return shown(message);
    }

    private String shown(String message) {
        return message.replace(directory + "/", "");
    }
}
