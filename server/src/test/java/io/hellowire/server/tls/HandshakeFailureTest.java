package io.hellowire.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandshakeFailureTest {

    /** The JDK's words of 17, and of 25, which name the alert before them. */
    @ParameterizedTest
    @CsvSource({
        "Empty client certificate chain, 'the client presented no certificate, which is required'",
        "no cipher suites in common, no common cipher suite",
        "something new, something new",
    })
    void everyJdksWordsGiveTheSameReason(String said, String reason) {
        assertThat(reason(said)).isEqualTo(reason);
        assertThat(reason("(handshake_failure) " + said)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"Received fatal alert: unknown_ca", "(unknown_ca) Received fatal alert: unknown_ca"})
    void anAlertThatCameIsNamed(String said) {
        assertThat(reason(said)).startsWith("the client sent alert unknown_ca");
    }

    private static String reason(String said) {
        return HandshakeFailure.reason(new SSLHandshakeException(said), null, null);
    }
}
