package io.hellowire.certs.write;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Openssl;
import io.hellowire.certs.Passphrase;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What we write is read by OpenSSL, by Python and by ourselves. */
class FormatWriterIT {

    private static final List<String> KEY_TYPES = Openssl.KEY_TYPES;
    private static final String PASSPHRASE = "a pass phrase";

    @TempDir
    Path directory;

    private Openssl openssl;

    @BeforeEach
    void useDirectory() {
        openssl = new Openssl(directory);
    }

    @ParameterizedTest
    @FieldSource("KEY_TYPES")
    void opensslReadsTheDerOfEveryKeyType(String keyType) throws IOException {
        write(Format.DER, null, identity(keyType));

        openssl.run("x509 -inform DER -in out.der -noout");
        openssl.run("pkey -inform DER -in out-key.der -noout -check");
    }

    @Test
    void pemIsWhatOpensslItselfWrites() throws IOException {
        write(Format.PEM, null, identity("rsa:2048"));

        assertThat(openssl.text("out.pem")).isEqualTo(openssl.text("a.pem"));
        assertThat(openssl.text("out-key.pem")).isEqualTo(openssl.text("a-key.pem"));
    }

    @Test
    void headerlessIsThePemWithoutItsFirstAndLastLine() throws IOException {
        write(Format.HEADERLESS, null, identity("rsa:2048"));

        assertThat(openssl.text("a-key.pem"))
                .isEqualTo(
                        "-----BEGIN PRIVATE KEY-----\n" + openssl.text("out-key.b64") + "-----END PRIVATE KEY-----\n");
        assertThat(openssl.text("a.pem"))
                .isEqualTo("-----BEGIN CERTIFICATE-----\n" + openssl.text("out.b64") + "-----END CERTIFICATE-----\n");
    }

    @Test
    void opensslDecryptsAnEncryptedKey() throws IOException {
        Identity identity = identity("ec:P-256");
        write(Format.PEM, PASSPHRASE, identity);
        openssl.write("pass", PASSPHRASE);

        openssl.run("pkey -in out-key.pem -passin file:pass -out back.pem");
        assertThat(openssl.text("out-key.pem")).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(openssl.text("back.pem")).isEqualTo(openssl.text("a-key.pem"));
    }

    @ParameterizedTest
    @FieldSource("KEY_TYPES")
    void opensslReadsPkcs12OfEveryKeyType(String keyType) throws IOException {
        write(Format.P12, PASSPHRASE, identity(keyType));
        openssl.write("pass", PASSPHRASE);

        openssl.run("pkcs12 -in out.p12 -passin file:pass -nodes -out back.pem");
        assertThat(openssl.text("back.pem")).contains("PRIVATE KEY").contains("BEGIN CERTIFICATE");
    }

    @Test
    void opensslReadsPkcs12WithTheEmptyPassphrase() throws IOException {
        write(Format.P12, null, identity("ec:P-256"));

        openssl.run("pkcs12 -in out.p12 -passin pass: -nodes -out back.pem");
        assertThat(openssl.text("back.pem")).contains("PRIVATE KEY").contains("BEGIN CERTIFICATE");
    }

    @Test
    void everyFormatOfCertificatesOnlyIsReadByTheLoader() throws IOException {
        Identity identity = identity("ec:P-256");
        for (Format format : List.of(Format.PEM, Format.DER, Format.P12, Format.HEADERLESS)) {
            store(new FormatWriter(null).write(format, new Material(null, identity.chain())), format);

            assertThat(new CertificateLoader(Passphrase.none())
                            .loadTrust(List.of(openssl.file("out." + format.extension())))
                            .roots())
                    .as(format.toString())
                    .isEqualTo(identity.chain());
        }
    }

    @Test
    void pythonReadsTheModuleForMicroPython() throws IOException {
        Identity identity = identity("ec:P-256");
        write(Format.MICROPYTHON, null, identity);

        String shown = Program.named("python3")
                .in(directory)
                .succeed("-c", "import out, base64; print(base64.b64encode(out.CERTIFICATE + out.KEY).decode())")
                .out();
        assertThat(Base64.getDecoder().decode(shown.strip()))
                .startsWith(FormatWriter.der(identity.certificate()))
                .endsWith(keyOfOpenssl());
    }

    @Test
    void theCHeaderHoldsTheBytesOfTheKey() throws IOException {
        Identity identity = identity("ec:P-256");
        write(Format.C, null, identity);

        Matcher key = Pattern.compile("TLS_KEY\\[] = \\{([^}]*)}").matcher(openssl.text("out.h"));
        assertThat(key.find()).isTrue();
        assertThat(key.group(1).replaceAll("0x|[,\\s]", ""))
                .isEqualTo(java.util.HexFormat.of().formatHex(keyOfOpenssl()));
    }

    @Test
    void derPutsEachCertificateOfAChainIntoAFileOfItsOwn() throws IOException {
        openssl.authority("ca", "ca");
        openssl.leaf("leaf", "ca");
        Identity identity = new CertificateLoader(Passphrase.none())
                .loadIdentity(openssl.file("leaf.pem"), openssl.file("leaf-key.pem"), openssl.file("ca.pem"));

        assertThat(new FormatWriter(null).write(Format.DER, new Material(identity.key(), identity.chain())))
                .extracting(Encoded::suffix)
                .containsExactly("", "-2", "-key");
    }

    @Test
    void onlyFilesWithoutTheKeyMayBeReadByOthers() throws IOException {
        Identity identity = identity("ec:P-256");
        Material material = new Material(identity.key(), identity.chain());

        for (Format format : Format.values()) {
            for (Encoded file : new FormatWriter(null).write(format, material)) {
                boolean onlyCertificate = new String(file.content(), US_ASCII).equals(openssl.text("a.pem"))
                        || file.suffix().isEmpty() && (format == Format.DER || format == Format.HEADERLESS);
                assertThat(file.holdsKey()).as("%s %s", format, file).isEqualTo(!onlyCertificate);
            }
        }
    }

    @Test
    void refusesToEncryptForPrograms() throws IOException {
        Identity identity = identity("ec:P-256");

        assertThatThrownBy(() -> write(Format.C, PASSPHRASE, identity))
                .hasMessage("format: c (expected: one that can be encrypted)");
    }

    /** What OpenSSL writes of the key, which has its public point. */
    private byte[] keyOfOpenssl() {
        return openssl.run("pkcs8 -topk8 -nocrypt -in a-key.pem -outform DER").output();
    }

    private Identity identity(String keyType) throws IOException {
        openssl.pair("a", keyType);
        return new CertificateLoader(Passphrase.none()).loadIdentity(openssl.file("a.pem"), openssl.file("a-key.pem"));
    }

    private void write(Format format, @Nullable String passphrase, Identity identity) throws IOException {
        FormatWriter writer = new FormatWriter(passphrase == null ? null : passphrase.toCharArray());
        store(writer.write(format, new Material(identity.key(), identity.chain())), format);
    }

    private void store(List<Encoded> files, Format format) throws IOException {
        for (Encoded file : files) {
            Files.write(openssl.file("out" + file.suffix() + "." + format.extension()), file.content());
        }
    }
}
