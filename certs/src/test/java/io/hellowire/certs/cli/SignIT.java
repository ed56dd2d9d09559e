package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that OpenSSL made, signed by {@code sign}, and looked at by OpenSSL. */
class SignIT {

    private final Program openssl = Program.named("openssl");
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAnAuthority() {
        assertThat(run("ca", "-o", file("ca"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa:2048",
                "ec -pkeyopt ec_paramgen_curve:P-256",
                "ec -pkeyopt ec_paramgen_curve:P-384",
                "ed25519"
            })
    void theCertificateHasTheKeyAndTheNamesOfTheRequest(String key) throws Exception {
        request(key, "/O=Garage/CN=gate", "subjectAltName=DNS:gate.local,IP:192.168.4.1,IP:fd00::7");

        assertThat(sign()).as(said.toString()).isZero();

        assertThat(openssl.succeed("x509", "-noout", "-pubkey", "-in", file("gate.pem"))
                        .out())
                .isEqualTo(openssl.succeed("pkey", "-pubout", "-in", file("gate.key"))
                        .out());
        assertThat(text())
                .contains("Subject: O = Garage, CN = gate")
                .contains("DNS:gate.local, IP Address:192.168.4.1, IP Address:FD00:0:0:0:0:0:0:7")
                .contains("TLS Web Server Authentication")
                .contains("CA:FALSE");
        openssl.succeed("verify", "-CAfile", file("ca/ca.pem"), "-verify_ip", "192.168.4.1", file("gate.pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DER", "base64"})
    void readsRequestsInOtherFormats(String format) throws Exception {
        request("rsa:2048", "/CN=gate", "subjectAltName=DNS:gate.local");
        if (format.equals("DER")) {
            openssl.succeed("req", "-in", file("gate.csr"), "-outform", "DER", "-out", file("gate.csr"));
        } else {
            Files.writeString(
                    folder.resolve("gate.csr"),
                    Files.readString(folder.resolve("gate.csr")).replaceAll("-----.*\n", ""));
        }

        assertThat(sign()).as(said.toString()).isZero();
    }

    @Test
    void whatIsNotCopiedIsSaid() throws Exception {
        request(
                "rsa:2048",
                "/CN=gate",
                "subjectAltName=DNS:gate.local,email:a@b.test,URI:http://a.test",
                "basicConstraints=CA:TRUE",
                "keyUsage=keyCertSign",
                "extendedKeyUsage=serverAuth,codeSigning",
                "nsComment=hello");

        assertThat(sign()).isZero();

        assertThat(said.toString())
                .contains("note: not copied: the name 1: a@b.test")
                .contains("note: not copied: the name 6: http://a.test")
                .contains("note: not copied: CA:TRUE, to sign others")
                .contains("note: not copied: its key usage")
                .contains("note: not copied: the purpose 1.3.6.1.5.5.7.3.3")
                .contains("note: not copied: the extension 2.16.840.1.113730.1.13");
        assertThat(text()).contains("CA:FALSE").doesNotContain("a@b.test").doesNotContain("Code Signing");
    }

    @Test
    void whoAsksForAClientGetsOneWithoutNames() throws Exception {
        request("rsa:2048", "/CN=alice", "extendedKeyUsage=clientAuth");

        assertThat(sign()).as(said.toString()).isZero();
        assertThat(text()).contains("TLS Web Client Authentication").contains("Subject: CN = alice");
    }

    @Test
    void namesAreTakenFromTheCommandLineInPlaceOfTheRequests() throws Exception {
        request("rsa:2048", "/CN=gate", "subjectAltName=DNS:gate.local");

        assertThat(sign("--ip", "10.0.0.1", "--days", "30")).isZero();
        assertThat(text()).contains("IP Address:10.0.0.1").doesNotContain("DNS:gate.local");
        assertThat(said.toString())
                .contains("not copied: the name 2: gate.local")
                .contains(", 30 days");
    }

    @ParameterizedTest
    @CsvSource({
        "subjectAltName=DNS:example.com, example.com: no DNS name that",
        "subjectAltName=IP:8.8.8.8, 8.8.8.8: no IP address that",
        "keyUsage=digitalSignature, gate.csr: names: none in the request (expected: a subjectAltName"
    })
    void whatTheAuthorityMayNotSignIsRefused(String extension, String reason) throws Exception {
        request("rsa:2048", "/CN=gate", extension);

        assertThat(sign()).isEqualTo(1);
        assertThat(said.toString()).contains(reason);
        assertThat(folder.resolve("gate.pem")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:1024", "ec -pkeyopt ec_paramgen_curve:secp256k1"})
    void keysThatNobodyShouldServeAreRefused(String key) throws Exception {
        request(key, "/CN=gate", "subjectAltName=DNS:gate.local");

        assertThat(sign()).isEqualTo(1);
        assertThat(said.toString())
                .contains("gate.csr: ")
                .contains("(expected: ")
                .hasLineCount(1);
    }

    @Test
    void aRequestThatSomebodyChangedIsRefused() throws Exception {
        request("rsa:2048", "/CN=gate", "subjectAltName=DNS:gate.local");
        openssl.succeed("req", "-in", file("gate.csr"), "-outform", "DER", "-out", file("gate.csr"));
        byte[] der = Files.readAllBytes(folder.resolve("gate.csr"));
        String text = new String(der, java.nio.charset.StandardCharsets.ISO_8859_1);
        der[text.indexOf("gate.local")] = 'f';
        Files.write(folder.resolve("gate.csr"), der);

        assertThat(sign()).isEqualTo(1);
        assertThat(said.toString()).contains("gate.csr: a certificate request with a signature that is not of its key");
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        for (String content :
                new String[] {"", "x", "MA==", "-----BEGIN X-----\nMA==\n-----END X-----\n", "0\u0003abc"}) {
            Files.writeString(folder.resolve("gate.csr"), content);

            assertThat(sign()).as(content).isEqualTo(1);
        }
        assertThat(said.toString()).doesNotContain("Exception");
    }

    private void request(String key, String subject, String... extensions) throws Exception {
        String command = "openssl req -new -nodes -newkey " + key + " -keyout gate.key -out gate.csr -subj " + subject;
        StringBuilder line = new StringBuilder(command);
        for (String extension : extensions) {
            line.append(" -addext '").append(extension).append("'");
        }
        Program.named("sh").in(folder).succeed("-c", line.toString());
    }

    private int sign(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"sign", file("gate.csr"), "--ca", file("ca")}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        said.getBuffer().setLength(0);
        return run(all);
    }

    private String text() {
        return openssl.succeed("x509", "-noout", "-text", "-in", file("gate.pem"))
                .out();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return Main.run(out, out, Map.of(), arguments);
    }
}
