package io.hellowire.certs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and certificates are read out of what people have put around them. */
class WrappedFilesIT {

    @TempDir
    private Path directory;

    private Openssl openssl;

    @BeforeEach
    void makeFiles() throws IOException {
        openssl = new Openssl(directory);
        openssl.pair("a", "rsa:2048");
        openssl.write("pass", "x");
        openssl.run("pkey -in a-key.pem -traditional -aes128 -passout pass:x -out legacy.pem");
        openssl.run("pkcs8 -topk8 -in a-key.pem -passout pass:x -out encrypted.pem");
        openssl.run("pkey -in a-key.pem -traditional -out pkcs1.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-key.pem", "pkcs1.pem", "legacy.pem", "encrypted.pem"})
    void inAnyWrapping(String key) throws Exception {
        String both = openssl.text(key) + openssl.text("a.pem");
        for (Map.Entry<String, String> wrapped : wrappings(both).entrySet()) {
            openssl.write("wrapped", wrapped.getValue());

            Identity identity = loader("pass").loadIdentity(openssl.file("wrapped"));
            assertThat(identity.chain()).as(wrapped.getKey()).hasSize(1);
        }
    }

    private static Map<String, String> wrappings(String pem) {
        String body = pem.stripTrailing();
        Map<String, String> forms = new TreeMap<>();
        forms.put("\\n", body.replace("\n", "\\n"));
        forms.put("\\\\n", body.replace("\n", "\\\\n"));
        forms.put("\\r\\n", body.replace("\n", "\\r\\n"));
        forms.put("blanks", body.replace("\n", " "));
        forms.put("variable", "KEY=\"" + body.replace("\n", "\\n") + "\"\n");
        forms.put("export", "export KEY='" + body + "'\n");
        forms.put(
                "JSON",
                "{\"type\": \"x\", \"key\": \"" + body.replace("\n", "\\n").replace("/", "\\/") + "\\n\", \"n\": 1}");
        forms.put("C", "const char *key =\n  \"" + body.replace("\n", "\\n\"\n  \"") + "\\n\";\n");
        forms.put("JavaScript", "key = \"" + body.replace("\n", "\\n\" +\n  \"") + "\\n\";");
        forms.put("Python", "KEY = b\"" + body.replace("\n", "\\n\"\n  b\"") + "\\n\"");
        forms.put("YAML", "tls:\n  key: |\n    " + body.replace("\n", "\n    ") + "\n");
        forms.put("tabs", "\t" + body.replace("\n", "\n\t"));
        forms.put("base64", Base64.getEncoder().encodeToString(pem.getBytes(UTF_8)));
        forms.put("base64 in lines", Base64.getMimeEncoder().encodeToString(pem.getBytes(UTF_8)));
        forms.put(
                "Kubernetes",
                "data:\n  tls.key: " + Base64.getEncoder().encodeToString(pem.getBytes(UTF_8)) + "\n  x: y\n");
        return forms;
    }

    @Test
    void underTheLabelOfAnotherEncoding() throws Exception {
        openssl.pair("e", "ec:P-256");
        openssl.run("pkey -in e-key.pem -traditional -out sec1.pem");
        Map<String, List<String>> files =
                Map.of("a", List.of("a-key.pem", "pkcs1.pem", "encrypted.pem"), "e", List.of("e-key.pem", "sec1.pem"));
        for (Map.Entry<String, List<String>> of : files.entrySet()) {
            for (String file : of.getValue()) {
                for (String label :
                        List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY")) {
                    String key = openssl.text(file).replaceAll("(BEGIN|END) [A-Z ]*PRIVATE KEY", "$1 " + label);
                    openssl.write("label", key + openssl.text(of.getKey() + ".pem"));

                    assertThat(loader("pass")
                                    .loadIdentity(openssl.file("label"))
                                    .chain())
                            .as(file + " as " + label)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void withAPassphraseInAnyEncoding() throws Exception {
        for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
            Files.write(openssl.file("secret"), "\u00fcb\u00e4r\n".getBytes(charset));
            openssl.run("pkey -in a-key.pem -traditional -aes128 -passout file:secret -out l.pem");
            openssl.run("pkcs8 -topk8 -in a-key.pem -passout file:secret -out p.pem");
            openssl.run("pkcs8 -topk8 -v1 PBE-SHA1-3DES -in a-key.pem -passout file:secret -out p1.pem");
            openssl.run("pkcs12 -export -inkey a-key.pem -in a.pem -passout file:secret -out p.p12");
            openssl.run("pkcs12 -export -legacy -inkey a-key.pem -in a.pem -passout file:secret -out o.p12");
            openssl.run("pkcs8 -topk8 -v2 des3 -v2prf hmacWithSHA1 -in a-key.pem -passout file:secret -out p2.pem");
            openssl.run("pkcs8 -topk8 -v2prf hmacWithSHA512 -in a-key.pem -passout file:secret -out p3.pem");
            openssl.run("pkcs8 -topk8 -scrypt -in a-key.pem -passout file:secret -out p4.pem");
            for (String file : List.of("l.pem", "p.pem", "p1.pem", "p2.pem", "p3.pem", "p4.pem", "p.p12", "o.p12")) {
                for (Charset given : List.of(UTF_8, ISO_8859_1)) {
                    Files.write(openssl.file("given"), "\u00fcb\u00e4r\n".getBytes(given));

                    assertThat(loader("given").loadContents(openssl.file(file)).keys())
                            .as("%s in %s, given in %s", file, charset, given)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void withAPassphraseThatIsTextInNoEncodingOfOurs() throws Exception {
        Files.write(openssl.file("secret"), new byte[] {(byte) 0xCB, (byte) 0xCC, (byte) 0xC0, 'x', (byte) 0x81, '\n'});
        openssl.run("pkcs8 -topk8 -in a-key.pem -passout file:secret -out p.pem");
        openssl.run("pkcs12 -export -inkey a-key.pem -in a.pem -passout file:secret -out p.p12");
        for (String file : List.of("p.pem", "p.p12")) {
            assertThat(loader("secret").loadContents(openssl.file(file)).keys())
                    .as(file)
                    .hasSize(1);
        }
    }

    private CertificateLoader loader(String passphraseFile) {
        return new CertificateLoader(Passphrase.ofFile(openssl.file(passphraseFile)));
    }
}
