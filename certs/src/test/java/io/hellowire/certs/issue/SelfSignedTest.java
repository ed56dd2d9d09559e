package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.Identity;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfSignedTest {

    private static final Names NAMES = Names.of("localhost", "127.0.0.1", "::1");

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKeyTypeSignsItself(KeyType keyType) throws GeneralSecurityException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(NAMES).withKeyType(keyType));

        identity.certificate().verify(identity.certificate().getPublicKey());
        assertThat(KeyType.of(identity.certificate().getPublicKey())).isEqualTo(keyType);
        assertThat(identity.chain()).hasSize(1);
    }

    @Test
    void isValidNowAndFor397DaysInAll() throws GeneralSecurityException {
        X509Certificate certificate =
                SelfSigned.issue(CertificateProfile.server(NAMES)).certificate();

        certificate.checkValidity();
        Duration length = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertThat(length.plusSeconds(1)).isEqualTo(Duration.ofDays(397));
    }

    @Test
    void canBeExpired() {
        Instant now = Instant.now();
        Validity past = new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        X509Certificate certificate = SelfSigned.issue(
                        CertificateProfile.server(NAMES).withValidity(past))
                .certificate();

        assertThatThrownBy(certificate::checkValidity).isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void canBeNotYetValid() {
        Instant now = Instant.now();
        Validity future = new Validity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
        X509Certificate certificate = SelfSigned.issue(
                        CertificateProfile.server(NAMES).withValidity(future))
                .certificate();

        assertThatThrownBy(certificate::checkValidity).isInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void leavesTheProvidersOfThisJavaAlone() {
        SelfSigned.issue(CertificateProfile.server(NAMES));

        assertThat(Security.getProvider("BC")).isNull();
    }
}
