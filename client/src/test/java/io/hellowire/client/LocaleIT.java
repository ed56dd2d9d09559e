package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.testkit.LocaleC;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the locale C, too, what was typed is what is sent. */
class LocaleIT {

    private static final String MAIN = "io.hellowire.client.cli.Main";
    private static final String WORD = "gr\u00fc\u00dfe-\u65e5\ud83d\ude00";
    private static final String ON_THE_WIRE = new String(WORD.getBytes(UTF_8), ISO_8859_1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void argumentsAreSentAsTheyWereTyped(Path java) throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            String[] arguments = {
                "-u", "u:" + WORD, "-H", "X-Word: " + WORD, "-A", WORD, "-b", "c=" + WORD, server.url("/?q=" + WORD)
            };
            ProgramResult result = run(java, Map.of(), arguments);

            assertThat(result.exitCode()).as(result.toString()).isZero();
            String head = String.join("\n", server.requests());
            String basic = Base64.getEncoder().encodeToString(("u:" + WORD).getBytes(UTF_8));
            assertThat(head)
                    .contains("?q=gr%C3%BC%C3%9Fe-%E6%97%A5%F0%9F%98%80 ")
                    .contains("Basic " + basic)
                    .contains("X-Word: " + ON_THE_WIRE)
                    .contains("User-Agent: " + ON_THE_WIRE)
                    .contains("c=" + ON_THE_WIRE);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void bodiesAndVariablesToo(Path java) {
        for (ProgramResult result : new ProgramResult[] {
            run(java, Map.of(), "--as", "curl", "-d", WORD, "http://b\u00fccher.example/"),
            run(java, Map.of("HELLOWIRE_DATA", WORD), "--as", "curl", "http://b\u00fccher.example/")
        }) {
            assertThat(result.out())
                    .contains(WORD)
                    .contains("xn--bcher-kva.example")
                    .doesNotContain("?", "\ufffd");
        }
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void thePassphraseInAVariableToo(Path java) throws IOException {
        Path plain = TlsPeer.pem(folder, "plain.pem", SelfSigned.issue(CertificateProfile.client("me")));
        Path secret = Files.writeString(folder.resolve("secret"), WORD + "\n");
        Path certificate = folder.resolve("c.pem");
        Path key = folder.resolve("k.pem");
        Program openssl = Program.named("openssl");
        openssl.succeed("x509", "-in", plain.toString(), "-out", certificate.toString());
        openssl.succeed(
                "pkey", "-in", plain.toString(), "-aes256", "-passout", "file:" + secret, "-out", key.toString());

        ProgramResult result = run(
                java,
                Map.of("PASSPHRASE", WORD),
                "--dry-run",
                "--cert",
                certificate.toString(),
                "--key",
                key.toString(),
                "--passphrase-env",
                "PASSPHRASE",
                "https://192.0.2.1/");

        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void filesThatJavaCannotOpenAreToldInALine(Path java) {
        for (String[] words : new String[][] {
            {"-d", "@" + WORD},
            {"-F", "f=@" + WORD},
            {"--data-binary", "@" + WORD},
            {"-o", WORD},
            {"--cacert", WORD},
            {"--cert", WORD},
            {"-b", WORD},
            {"--unix-socket", WORD},
            {"--capture", WORD},
            {"--keylog", WORD},
            {"--save-certs", WORD},
            {"-c", WORD},
            {"-D", WORD},
            {"-w", "@" + WORD},
            {"-H", "@" + WORD},
            {"-z", WORD},
            {"--output-dir", WORD}
        }) {
            ProgramResult result = run(java, Map.of(), words[0], words[1], "http://127.0.0.1:1/");

            assertThat(result.exitCode()).as(words[0] + result).isEqualTo(2);
            assertThat(result.err().replaceAll("\\s+", " ")) // the report breaks lines
                    .as(words[0])
                    .contains(WORD)
                    .contains("(expected: a file name of ASCII, or a locale such as LC_ALL=C.UTF-8)");
        }
    }

    private ProgramResult run(Path java, Map<String, String> variables, String... arguments) {
        return LocaleC.program(java, MAIN, variables, arguments).in(folder).run();
    }
}
