package io.hellowire.certs.issue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we make, as OpenSSL reads it: its text, extension by extension, and its verdict. */
class OpenSslAgreesIT {

    private static final Names NAMES = Names.of("gate.local", "192.168.4.1", "fd00::1");

    private final Program openssl = Program.named("openssl");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aSelfSignedServerIsWhatItShouldBe(KeyType keyType) throws Exception {
        X509Certificate server = SelfSigned.issue(
                        CertificateProfile.server(NAMES).withKeyType(keyType))
                .certificate();

        assertThat(extensionsOf(server)).isEqualTo("""
                X509v3 Basic Constraints: critical
                CA:FALSE
                X509v3 Key Usage: critical
                %s
                X509v3 Extended Key Usage:
                TLS Web Server Authentication
                X509v3 Subject Alternative Name:
                DNS:gate.local, IP Address:192.168.4.1, IP Address:FD00:0:0:0:0:0:0:1
                X509v3 Subject Key Identifier:
                %s""".formatted(usageOf(keyType), keyIdentifierOf(server)));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aSelfSignedServerIsGoodForEachOfItsNames(KeyType keyType) throws Exception {
        Path server = pem(SelfSigned.issue(CertificateProfile.server(NAMES).withKeyType(keyType))
                .certificate());

        verify(server, server, "-purpose", "sslserver", "-verify_ip", "192.168.4.1");
        verify(server, server, "-purpose", "sslserver", "-verify_ip", "fd00::1");
        verify(server, server, "-purpose", "sslserver", "-verify_hostname", "gate.local");
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void anAuthorityIsWhatItShouldBe(KeyType keyType) throws Exception {
        X509Certificate authority = Authority.create(
                        AuthorityProfile.named("Test authority").withKeyType(keyType))
                .certificate();

        assertThat(extensionsOf(authority)).isEqualTo("""
                X509v3 Basic Constraints: critical
                CA:TRUE, pathlen:0
                X509v3 Key Usage: critical
                Certificate Sign, CRL Sign
                X509v3 Name Constraints: critical
                Permitted:
                DNS:localhost
                DNS:local
                DNS:test
                DNS:internal
                DNS:home.arpa
                IP:127.0.0.0/255.0.0.0
                IP:10.0.0.0/255.0.0.0
                IP:172.16.0.0/255.240.0.0
                IP:192.168.0.0/255.255.0.0
                IP:169.254.0.0/255.255.0.0
                IP:0:0:0:0:0:0:0:1/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF
                IP:FC00:0:0:0:0:0:0:0/FE00:0:0:0:0:0:0:0
                IP:FE80:0:0:0:0:0:0:0/FFC0:0:0:0:0:0:0:0
                X509v3 Subject Key Identifier:
                %s""".formatted(keyIdentifierOf(authority)));
    }

    @Test
    void anUnlimitedAuthorityHasNoNameConstraints() throws Exception {
        X509Certificate authority = Authority.create(
                        AuthorityProfile.named("Test authority").withReach(Reach.UNLIMITED))
                .certificate();

        assertThat(extensionsOf(authority)).doesNotContain("Name Constraints");
    }

    @Test
    void anAuthorityForDevicesDoesNotInsistOnItsNameConstraints() throws Exception {
        X509Certificate authority = Authority.create(
                        AuthorityProfile.named("Test authority").withReach(Reach.PRIVATE_NETWORKS_WHERE_UNDERSTOOD))
                .certificate();

        assertThat(extensionsOf(authority)).contains("X509v3 Name Constraints:\nPermitted:");
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void whatAnAuthoritySignsIsGoodForEachOfItsNames(KeyType keyType) throws Exception {
        Authority authority =
                Authority.create(AuthorityProfile.named("Test authority").withKeyType(keyType));
        Identity leaf = authority.issue(CertificateProfile.server(NAMES).withKeyType(keyType));
        Path root = pem(authority.certificate());
        Path server = pem(leaf.certificate());

        verify(root, server, "-purpose", "sslserver", "-verify_ip", "192.168.4.1");
        verify(root, server, "-purpose", "sslserver", "-verify_ip", "fd00::1");
        verify(root, server, "-purpose", "sslserver", "-verify_hostname", "gate.local");
        assertThat(extensionsOf(leaf.certificate()))
                .contains("X509v3 Authority Key Identifier:\n" + keyIdentifierOf(authority.certificate()));
    }

    /** A common name that looks like a DNS name is held against the constraints when there is no DNS name beside it. */
    @Test
    void aServerKnownByItsAddressOnlyPassesTheNameConstraints() throws Exception {
        Authority authority = Authority.create(AuthorityProfile.named("Test authority"));
        Identity leaf = authority.issue(CertificateProfile.server(Names.of("192.168.4.1")));

        verify(pem(authority.certificate()), pem(leaf.certificate()), "-verify_ip", "192.168.4.1");
    }

    @Test
    void aClientIsGoodAsAClientOnly() throws Exception {
        Authority authority = Authority.create(AuthorityProfile.named("Test authority"));
        Path root = pem(authority.certificate());
        Path client = pem(authority.issue(CertificateProfile.client("alice")).certificate());

        verify(root, client, "-purpose", "sslclient");
        assertThat(openssl.run("verify", "-CAfile", root.toString(), "-purpose", "sslserver", client.toString())
                        .err())
                .contains("unsuitable certificate purpose");
    }

    /** Says that the name constraints are more than decoration: the name is refused although the signature is good. */
    @Test
    void aNameOutsideTheConstraintsIsRefusedByOpenSslToo() throws Exception {
        Authority unlimited =
                Authority.create(AuthorityProfile.named("Test authority").withReach(Reach.UNLIMITED));
        X509Certificate limited = new Signer(
                        Subject.ofCommonName("Test authority").encoded(),
                        new KeyPair(
                                unlimited.certificate().getPublicKey(),
                                unlimited.identity().key()),
                        KeyType.P256)
                .sign(
                        Subject.ofCommonName("Test authority").encoded(),
                        Validity.ofDays(10),
                        Extensions.of(AuthorityProfile.named("Test authority")),
                        unlimited.certificate().getPublicKey());
        Path leaf = pem(unlimited
                .issue(CertificateProfile.server(Names.of("example.com")))
                .certificate());

        verify(pem(unlimited.certificate()), leaf);
        assertThat(openssl.run("verify", "-CAfile", pem(limited).toString(), leaf.toString())
                        .err())
                .contains("permitted subtree violation");
    }

    @Test
    void serialNumbersArePositiveAndOf128RandomBits() throws Exception {
        List<X509Certificate> certificates = IntStream.range(0, 32)
                .mapToObj(
                        i -> SelfSigned.issue(CertificateProfile.server(NAMES)).certificate())
                .toList();

        assertThat(certificates).allSatisfy(certificate -> {
            assertThat(certificate.getSerialNumber()).isPositive();
            assertThat(certificate.getSerialNumber().bitLength()).isLessThanOrEqualTo(128);
        });
        assertThat(certificates)
                .anyMatch(certificate -> certificate.getSerialNumber().bitLength() > 120);
        assertThat(certificates.stream().map(X509Certificate::getSerialNumber).distinct())
                .hasSize(32);
        assertThat(openssl.succeed(
                                "x509",
                                "-noout",
                                "-serial",
                                "-in",
                                pem(certificates.get(0)).toString())
                        .out()
                        .strip())
                .isEqualToIgnoringCase(
                        "serial=" + hex(certificates.get(0).getSerialNumber().toString(16)));
    }

    private void verify(Path root, Path certificate, String... conditions) {
        List<String> arguments = new ArrayList<>(List.of("verify", "-x509_strict", "-check_ss_sig"));
        arguments.addAll(List.of("-CAfile", root.toString(), "-no-CApath", "-no-CAstore"));
        arguments.addAll(List.of(conditions));
        arguments.add(certificate.toString());
        openssl.succeed(arguments.toArray(String[]::new));
    }

    private Path pem(X509Certificate certificate) throws IOException, CertificateEncodingException {
        Path file = Files.createTempFile(directory, "made", ".pem");
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(
                file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n", US_ASCII);
    }

    private String extensionsOf(X509Certificate certificate) throws IOException, CertificateEncodingException {
        String text = openssl.succeed(
                        "x509", "-noout", "-text", "-in", pem(certificate).toString())
                .out();
        String extensions =
                text.substring(text.indexOf("X509v3 extensions:"), text.lastIndexOf("Signature Algorithm:"));
        return Arrays.stream(extensions.split("\n"))
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String usageOf(KeyType keyType) {
        return keyType.isRsa() ? "Digital Signature, Key Encipherment" : "Digital Signature";
    }

    /** RFC 5280 section 4.2.1.2, the first method: the SHA-1 of the public key's bits. */
    private static String keyIdentifierOf(X509Certificate certificate) throws Exception {
        byte[] key = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        byte[] hash = MessageDigest.getInstance("SHA-1").digest(key);
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }

    private static String hex(String digits) {
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }
}
