package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.hellowire.certs.Openssl;
import io.hellowire.certs.OpensslServer;
import io.hellowire.certs.inspect.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCheckConvertIT {

    private static final int LINES_OF_A_SCREEN = 24;

    @TempDir
    Path directory;

    private Openssl openssl;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makePair() {
        openssl = new Openssl(directory);
        openssl.certificate("a", "a", "ec:P-256", "a", "subjectAltName=DNS:a.test,IP:127.0.0.1,IP:fd00::7");
    }

    @Test
    void showsNamesAndAddressesApart() {
        assertThat(run("show", file("a.pem"))).isZero();

        assertThat(out.toString())
                .contains("DNS names     a.test")
                .contains("IP addresses  127.0.0.1, fd00::7")
                .contains("key           EC P-256")
                .contains("(30 days), 29 days left");
    }

    @Test
    void showsTheNamesBesideOneThatJavaCannotRead() {
        openssl.certificate("b", "b", "ec:P-256", "b", "subjectAltName=URI:http://a\u001b[2J/,DNS:a.test,IP:127.0.0.1");

        assertThat(run("show", file("b.pem"))).isZero();

        assertThat(out.toString())
                .contains("DNS names     a.test")
                .contains("IP addresses  127.0.0.1")
                .contains("other names   URI: http://a\\x1B[2J/")
                .containsPattern("curl +yes\n")
                .containsPattern("Java 25 +no: a subject alternative name that it cannot read\n");
        assertThat(run("check", "--for", "127.0.0.1", file("b.pem"), file("b-key.pem")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a subject alternative name that Java cannot read");
    }

    @Test
    void showsTheFingerprintThatOpensslShows() {
        run("show", file("a.pem"));

        String openssls =
                openssl.run("x509 -in a.pem -noout -fingerprint -sha256").out();
        assertThat(out.toString()).contains(openssls.strip().replaceFirst(".*=", ""));
    }

    @Test
    void showsWhoRefusesWhichName() {
        run("show", file("a.pem"));

        assertThat(out.toString())
                .contains("Mbed TLS before 3.5 yes: a.test")
                .contains("no: an IP address only, and this client compares DNS names")
                .contains("Mbed TLS since 3.5  yes\n");
    }

    @Test
    void neverShowsAKey() throws IOException {
        openssl.write("both.pem", openssl.text("a.pem") + openssl.text("a-key.pem"));
        run("show", file("both.pem"));
        run("show", "--json", file("both.pem"));

        assertThat(out.toString())
                .contains("1 private key (EC)")
                .doesNotContain(
                        openssl.text("a-key.pem").lines().skip(1).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pem", "a-key.pem", "root.pem", "bare.pem"})
    void printsJsonAsItsSchemaSays(String name) throws IOException {
        openssl.authority("root", "root");
        openssl.pair("bare", "rsa:2048", "-days 30");

        assertThat(run("show", "--json", file(name))).isZero();

        assertThat(violations(out.toString())).isEmpty();
        assertThat(violations(out.toString().replace("source", "origin"))).isNotEmpty();
    }

    @Test
    void listsEveryExtensionInJson() throws IOException {
        openssl.pair(
                "odd",
                "rsa:2048",
                "-days 30 -addext 1.2.3.4.5=critical,ASN1:UTF8String:hello -addext keyUsage=digitalSignature");

        assertThat(run("show", "--json", file("odd.pem"))).isZero();

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("{ \"name\" : \"1.2.3.4.5\", \"critical\" : true, \"value\" : \"7 octets: 0c0568656c6c6f\" }")
                .contains("{ \"name\" : \"key usage\", \"critical\" : false, \"value\" : \"digitalSignature\" }")
                .contains("\"name\" : \"basic constraints\"");
    }

    @Test
    void showsWhatAServerSends() {
        try (OpensslServer server = OpensslServer.start(directory, "a")) {
            assertThat(run("show", "127.0.0.1:" + server.port())).isZero();

            assertThat(out.toString())
                    .startsWith("127.0.0.1:" + server.port() + ": TLS, 1 certificate")
                    .contains("subject       CN=a");
        }
    }

    @Test
    void terminalControlsInACertificateAreEscaped() {
        openssl.certificate("evil", "evil", "ec:P-256", "\u001b[31mred", "subjectAltName=DNS:evil.test");

        assertThat(run("show", file("evil.pem"))).isZero();

        assertThat(out.toString()).contains("[31mred").doesNotContain("\u001b");
    }

    @Test
    void aFailureIsOneLine() {
        assertThat(run("show", file("none.pem"))).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo("hellowire-certs show: " + file("none.pem")
                        + ": no such file (expected: a file with a certificate or a private key)\n");
    }

    @Test
    void checksThatAPairIsFitForAHost() {
        assertThat(run("check", "--for", "127.0.0.1", file("a.pem"), file("a-key.pem")))
                .isZero();

        assertThat(out.toString()).isEqualTo("""
                        Chrome, Edge: accepts it, once it is trusted
                        curl: accepts it, once it is trusted
                        Java 25: accepts it, once it is trusted
                        """);
    }

    @Test
    void checkFailsWithReasonsForAnotherHost() {
        assertThat(run("check", "--for", "b.test", file("a.pem"), file("a-key.pem")))
                .isEqualTo(1);

        assertThat(out.toString()).contains("curl: not for b.test\n");
    }

    @Test
    void checkFailsForTheClientAskedAbout() {
        assertThat(run("check", "--for", "127.0.0.1", "--client", "java,mbedtls2", file("a.pem")))
                .isEqualTo(1);

        assertThat(out.toString())
                .startsWith("Java 25: accepts it, once it is trusted\nMbed TLS before 3.5: an IP address only");
    }

    @Test
    void checkFailsIfTheKeyIsAnothers() {
        openssl.pair("b", "ec:P-256");

        assertThat(run("check", "--for", "a.test", file("a.pem"), file("b-key.pem")))
                .isEqualTo(1);

        assertThat(err.toString()).contains("a private key that does not belong to the certificate of CN=a");
    }

    @Test
    void checkJudgesTheCertificateOfTheKeyWhereverItStands() throws IOException {
        openssl.authority("root", "root");
        openssl.leaf("leaf", "root");
        openssl.write("all.pem", openssl.text("root.pem") + openssl.text("leaf.pem"));

        assertThat(run("check", "--for", "leaf.test", file("all.pem"), file("leaf-key.pem")))
                .isZero();
        assertThat(err.toString()).contains("the chain was out of order and has been sorted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root.pem leaf.pem", "leaf.pem root.pem", "leaf-key.pem root.pem leaf.pem"})
    void checkJudgesTheLeafWhereverItStands(String files) {
        openssl.authority("root", "root");
        openssl.leaf("leaf", "root");

        assertThat(check("leaf.test", files)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "leaf-key.pem "})
    void checkTellsARootThatDidNotSign(String key) {
        openssl.authority("root", "root");
        openssl.leaf("leaf", "root");
        openssl.authority("root", "root");

        assertThat(check("leaf.test", key + "leaf.pem root.pem")).isEqualTo(1);
        assertThat(out.toString()).contains("curl: not signed by the key of the given CN=root\n");
    }

    @Test
    void checkTellsAMissingIntermediate() {
        openssl.authority("root", "root");
        openssl.authority("middle", "root");
        openssl.leaf("leaf", "middle");

        assertThat(check("leaf.test", "leaf.pem root.pem")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "curl: its issuer CN=middle is neither there nor trusted, and the root beside it, CN=root, did"
                                + " not sign it: the chain is incomplete\n");
        assertThat(check("leaf.test", "leaf.pem root.pem middle.pem")).isZero();
    }

    @Test
    void showsAndHeedsNameConstraints() {
        openssl.certificate(
                "ca",
                "ca",
                "ec:P-256",
                "ca",
                "nameConstraints=critical,permitted;DNS:test,excluded;IP:10.0.0.0/255.0.0.0");

        run("show", file("ca.pem"));

        assertThat(out.toString()).contains("only names in test\n").contains("no names in   10.0.0.0/8\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fd00::7", "[fd00::7]", "https://[fd00::7]:8443/path", "https://A.test./"})
    void checkTakesWhatStandsInAUrl(String host) {
        assertThat(run("check", "--for", host, file("a.pem"))).isZero();
    }

    private int check(String host, String files) {
        return run(Stream.concat(
                        Stream.of("check", "--for", host),
                        Stream.of(files.split(" ")).map(this::file))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pem", "der", "p12", "b64"})
    void convertsToEveryFormatAndBack(String ending) throws IOException {
        assertThat(run("convert", file("a.pem"), file("a-key.pem"), "-o", file("there." + ending)))
                .isZero();
        String[] written = out.toString().split("\n");
        assertThat(run(Stream.concat(Stream.of("convert", "-o", file("back.pem")), Stream.of(written))
                        .toArray(String[]::new)))
                .isZero();

        assertThat(openssl.text("back.pem")).isEqualTo(openssl.text("a.pem"));
        assertThat(openssl.text("back-key.pem")).isEqualTo(openssl.text("a-key.pem"));
    }

    @Test
    void keysAreWrittenForTheirOwnerOnly() throws IOException {
        run("convert", file("a.pem"), file("a-key.pem"), "-o", file("x.der"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(openssl.file("x-key.der"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyAloneIsConvertedIntoTheFileNamed() throws IOException {
        run("convert", file("a-key.pem"), "-o", file("x.b64"));

        assertThat(openssl.text("a-key.pem")).contains(openssl.text("x.b64"));
    }

    @Test
    void encryptsWithAPassphraseFromAFile() throws IOException {
        openssl.write("pass", "secret\n");

        run("convert", file("a.pem"), file("a-key.pem"), "-o", file("x.p12"), "--encrypt-file", file("pass"));

        assertThat(run("show", file("x.p12"))).isEqualTo(1);
        assertThat(run("show", file("x.p12"), "--passphrase-file", file("pass")))
                .isZero();
        assertThat(openssl.accepts("pkcs12 -in x.p12 -passin pass:secret -noout"))
                .isTrue();
    }

    @Test
    void convertReplacesNothingUnlessTold() throws IOException {
        openssl.write("x.der", "mine");

        assertThat(run("convert", file("a.pem"), "-o", file("x.der"))).isEqualTo(1);
        assertThat(err.toString()).contains(file("x.der") + ": is already there");
        assertThat(openssl.text("x.der")).isEqualTo("mine");
        assertThat(run("convert", file("a.pem"), "-o", file("x.der"), "--force"))
                .isZero();
    }

    @Test
    void anUnknownEndingIsAUsageError() {
        assertThat(run("convert", file("a.pem"), "-o", file("x.doc"))).isEqualTo(2);

        assertThat(err.toString()).contains("x.doc: an unknown extension (expected: .pem, .der, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "check", "convert"})
    void helpFitsAScreenAndHasExamples(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Examples:");
        assertThat(out.toString().lines().count()).isLessThanOrEqualTo(LINES_OF_A_SCREEN);
    }

    private static Set<ValidationMessage> violations(String json) throws IOException {
        try (InputStream schema = Inspection.class.getResourceAsStream("inspection.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(json, InputFormat.JSON);
        }
    }

    private String file(String name) {
        return openssl.file(name).toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
    }
}
