package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsTerms;
import io.hellowire.wire.tls.TlsVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Which terms and certificates the flags stand for. */
class TlsTermsTest {

    @Test
    void areModernUnlessAsked() {
        assertThat(options().terms()).isEqualTo(TlsTerms.modern());
        assertThat(options("--tls-profile", "legacy").terms()).isEqualTo(TlsTerms.legacy());
    }

    @Test
    void anOldMaximumIsAMinimumToo() {
        TlsTerms terms = options("--tls-max", "1.1").terms();
        assertThat(terms.lowest()).isEqualTo(TlsVersion.TLS_1_1);
        assertThat(terms.highest()).isEqualTo(TlsVersion.TLS_1_1);
    }

    @Test
    void suitesAreInTheOrderGiven() {
        assertThat(options("--ciphers", "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256")
                        .terms()
                        .suites())
                .containsExactly("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");
    }

    @Test
    void aSecondCertificateHasItsOwnKey() {
        TlsOptions options = options("--cert", "a.pem", "--key", "a.key", "--cert", "b.pem", "--key", "b.key");
        assertThat(options.certificates()).hasSize(2);
        assertThat(options.certificates().get(1).describe()).isEqualTo("b.pem, b.key");
    }

    @Test
    void withoutOneThereAreTwoOfOurOwn() {
        assertThat(options("--state-dir", "s").certificates())
                .extracting(source -> source.describe())
                .containsExactly("s/hellowire.pem", "s/hellowire-rsa.pem");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tls-min 1.4                       | --tls-min: 1.4 (expected: 1.0, 1.1, 1.2 or 1.3)",
                "--tls-min 1.3 --tls-max 1.2         | --tls-max: 1.2 (expected: 1.3 or higher, as --tls-min says)",
                "--ciphers RC4                       | --ciphers: RC4 (expected: names of the IANA registry",
                "--cert a --cert b --key c           | --key: 1 for 2 certificates (expected: one for each --cert"
            })
    void whatCannotBeMeantIsRefused(String arguments, String message) {
        assertThatThrownBy(() -> options(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static TlsOptions options(String... arguments) {
        TlsFlags flags = new TlsFlags();
        new CommandLine(new Holder(flags))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(arguments);
        return flags.options(Map.of("HOME", "/home/you"));
    }

    @CommandLine.Command
    private static final class Holder {

        @CommandLine.Mixin
        private final TlsFlags tls;

        Holder(TlsFlags tls) {
            this.tls = tls;
        }
    }
}
