package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.LocaleC;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the locale C, too, a certificate is for whom it was asked for. */
class LocaleIT {

    private static final String MAIN = "io.hellowire.certs.cli.Main";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void argumentsAndVariablesAreReadAsTheyWereTyped(Path java) throws Exception {
        ProgramResult made = LocaleC.program(
                        java,
                        MAIN,
                        Map.of("HELLOWIRE_SUBJECT", "O=Gr\u00fc\u00dfe,CN=\u65e5"),
                        "create",
                        "--dns",
                        "b\u00fccher.example")
                .in(folder)
                .run();

        assertThat(made.exitCode()).as(made.toString()).isZero();
        try (InputStream file = Files.newInputStream(folder.resolve("server.pem"))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            assertThat(certificate.getSubjectX500Principal().getName()).contains("O=Gr\u00fc\u00dfe", "CN=\u65e5");
            assertThat(certificate.getSubjectAlternativeNames().toString()).contains("xn--bcher-kva.example");
        }
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void aPassphraseInAVariableIsTheBytesThatWereTyped(Path java) {
        String make = "secret=$(printf '\\374b\\344r') && export secret && openssl req -x509 -newkey ec -pkeyopt"
                + " ec_paramgen_curve:P-256 -subj /CN=a -passout env:secret -keyout key.pem -out a.pem 2>/dev/null";
        Program.named("openssl"); // which the shell starts
        ProgramResult result = Program.named("bash")
                .in(folder)
                .run(
                        "-c",
                        make + " && LC_ALL=C exec \"$0\" -cp \"$1\" " + MAIN + " show key.pem --passphrase-env secret",
                        java.toString(),
                        System.getProperty("java.class.path"));

        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void aFileThatJavaCannotOpenIsToldInALine(Path java) {
        ProgramResult shown = LocaleC.program(java, MAIN, Map.of(), "show", "b\u00fccher.pem")
                .in(folder)
                .run();

        assertThat(shown.exitCode()).as(shown.toString()).isEqualTo(2);
        assertThat(shown.err()).contains("b\u00fccher.pem (expected: a file name of ASCII, or a locale such as");
    }
}
