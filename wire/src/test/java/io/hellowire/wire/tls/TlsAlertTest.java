package io.hellowire.wire.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsAlertTest {

    @ParameterizedTest
    @CsvSource({
        "Received fatal alert: unknown_ca, UNKNOWN_CA",
        "(certificate_required) Received fatal alert: certificate_required, CERTIFICATE_REQUIRED",
        "error:10000410:SSL routines:OPENSSL_internal:SSLV3_ALERT_HANDSHAKE_FAILURE, HANDSHAKE_FAILURE",
        "error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION, PROTOCOL_VERSION",
        "error:1000045c:SSL routines:OPENSSL_internal:TLSV13_ALERT_CERTIFICATE_REQUIRED, CERTIFICATE_REQUIRED",
        "error:10000412:SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE, BAD_CERTIFICATE"
    })
    void recognisesTheAlertInWhatLibrariesSay(String message, TlsAlert alert) {
        assertThat(TlsAlert.ofMessage(message)).isEqualTo(alert);
    }

    @Test
    void otherMessagesSpeakOfNoAlert() {
        assertThat(TlsAlert.ofMessage("handshake_failure of our own making")).isNull();
        assertThat(TlsAlert.ofMessage(null)).isNull();
    }
}
