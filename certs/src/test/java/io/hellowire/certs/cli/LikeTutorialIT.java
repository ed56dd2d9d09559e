package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code create --like-tutorial} beside what OpenSSL makes of the tutorial's configuration. */
class LikeTutorialIT {

    private static final String CONFIGURATION = """
            [req]
            distinguished_name = subject
            x509_extensions = extensions
            prompt = no
            [subject]
            C = US
            ST = CA
            L = San Francisco
            O = MicroPython Webserver
            OU = iot49-10.39.40.168
            CN = iot49-10.39.40.168
            [extensions]
            keyUsage = critical, digitalSignature, keyAgreement
            extendedKeyUsage = serverAuth
            subjectAltName = @names
            [names]
            DNS.1 = 10.39.40.168
            IP.1 = 10.39.40.168
            """;

    private static final String HEX_LINE = "\\s*([0-9A-Fa-f]{2}:)+([0-9A-Fa-f]{2})?";

    private final Program openssl = Program.named("openssl");

    @TempDir
    private Path directory;

    @BeforeEach
    void makeBoth() throws Exception {
        Path configuration = Files.writeString(directory.resolve("tutorial.cnf"), CONFIGURATION);
        openssl.succeed(
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-days",
                "3650",
                "-config",
                configuration.toString(),
                "-keyout",
                file("theirs-key.pem"),
                "-out",
                file("theirs.pem"));
        StringWriter said = new StringWriter();
        int exitCode = Main.run(
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                Map.of(),
                "create",
                "--like-tutorial",
                "--ip",
                "10.39.40.168",
                "-o",
                directory.toString(),
                "--name",
                "ours");
        assertThat(exitCode).as(said.toString()).isZero();
    }

    @Test
    void differsInSerialKeyAndDatesOnly() {
        assertThat(withoutSerialKeyAndDates("ours.pem")).isEqualTo(withoutSerialKeyAndDates("theirs.pem"));
    }

    @Test
    void hasTheSameStructureDownToTheKindOfEachString() {
        assertThat(structure("ours.pem")).isEqualTo(structure("theirs.pem"));
    }

    @Test
    void isValidForTenYears() {
        openssl.succeed("x509", "-noout", "-in", file("ours.pem"), "-checkend", String.valueOf(3649L * 86_400));
        assertThat(openssl.run("x509", "-noout", "-in", file("ours.pem"), "-checkend", String.valueOf(3651L * 86_400))
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void theKeyIsPkcs8WithoutPassphrase() throws Exception {
        List<String> lines = Files.readAllLines(directory.resolve("ours-key.pem"));

        assertThat(lines.get(0))
                .isEqualTo(
                        Files.readAllLines(directory.resolve("theirs-key.pem")).get(0))
                .isEqualTo("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void theHeaderlessFilesAreThePemFilesWithoutTheirFirstAndLastLine() throws Exception {
        for (String name : List.of("ours", "ours-key")) {
            List<String> pem = Files.readAllLines(directory.resolve(name + ".pem"));
            assertThat(Files.readAllLines(directory.resolve(name + ".b64"))).isEqualTo(pem.subList(1, pem.size() - 1));
        }
    }

    private List<String> withoutSerialKeyAndDates(String certificate) {
        List<String> lines = openssl.succeed(
                        "x509", "-noout", "-text", "-nameopt", "multiline,show_type", "-in", file(certificate))
                .out()
                .lines()
                .filter(line -> !line.contains("Not Before") && !line.contains("Not After"))
                .filter(line -> !line.matches(HEX_LINE))
                .toList();
        assertThat(lines).as("enough is left to compare").hasSizeGreaterThan(25);
        return lines;
    }

    /** Each element's depth and type; lengths and values of serial, key, dates and signature may differ. */
    private List<String> structure(String certificate) {
        return openssl.succeed("asn1parse", "-in", file(certificate))
                .out()
                .lines()
                .map(line -> line.replaceFirst("^ *\\d+:(d=\\d+) .*?((cons|prim): [^:]*).*", "$1 $2")
                        .strip())
                .toList();
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }
}
