package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The programs for Arduino and ESP-IDF, compiled without a warning against the declarations that they use, and run: they
 * connect where they should, trust whom they should, and send the same bytes.
 */
class DeviceLanguagesIT {

    private static final String ODD = "??/ ??= ???/ \\x41 \\\\ \" %s \\u0041 )\" R\"(";

    @TempDir
    private Path folder;

    private Path body;
    private Path root;

    @BeforeEach
    void prepare() throws IOException {
        for (String header : List.of("WiFi.h", "WiFiClientSecure.h", "esp_tls.h", "esp_crt_bundle.h")) {
            try (InputStream in =
                    Objects.requireNonNull(DeviceLanguagesIT.class.getResourceAsStream("device/" + header))) {
                Files.copy(in, folder.resolve(header));
            }
        }
        byte[] all = new byte[256 + ODD.length()];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        System.arraycopy(ODD.getBytes(US_ASCII), 0, all, 256, ODD.length());
        body = Files.write(folder.resolve("body"), all);
        root = TlsPeer.pem(
                folder,
                "root.pem",
                SelfSigned.issue(CertificateProfile.server(Names.of("a.test"))).certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arduino", "esp-idf"})
    void sendTheSameBytesToWhomTheyTrust(String language) throws IOException {
        ProgramResult result = run(language, "--cacert", root.toString(), "https://a.test:8443/x");

        assertThat(result.err().strip()).isEqualTo(Files.readString(root) + "a.test 8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arduino", "esp-idf"})
    void orToAnybodyIfThatIsAskedFor(String language) throws IOException {
        assertThat(run(language, "-k", "https://a.test/x").err()).isEqualTo("insecure\na.test 443\n");
        assertThat(run(language, "http://a.test/x").err())
                .endsWith("a.test 80\n")
                .doesNotContain("insecure");
    }

    private ProgramResult run(String language, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--as", language, "--data-binary", "@" + body));
        arguments.addAll(List.of(more));
        ClientRun printed = ClientRun.of(arguments.toArray(String[]::new));
        assertThat(printed.exit()).as(printed.err()).isZero();

        ProgramResult result = built(language, printed.out());
        String sent = new String(HexFormat.of().parseHex(result.out()), ISO_8859_1);
        assertThat(sent)
                .startsWith("POST /x HTTP/1.1\r\nHost: a.test")
                .endsWith("\r\n\r\n" + Files.readString(body, ISO_8859_1));
        return result;
    }

    private ProgramResult built(String language, String program) throws IOException {
        boolean arduino = language.equals("arduino");
        String main =
                arduino ? "\nint main() { setup(); loop(); return 0; }\n" : "\nint main(void) { fetch(); return 0; }\n";
        Path source = Files.writeString(folder.resolve(arduino ? "program.cpp" : "program.c"), program + main);
        Path executable = folder.resolve("program");
        Program.named(arduino ? "g++" : "gcc")
                .succeed(
                        arduino ? "-std=gnu++11" : "-std=gnu11",
                        "-trigraphs",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-I" + folder,
                        "-o",
                        executable.toString(),
                        source.toString());
        return Program.at(executable).succeed();
    }
}
