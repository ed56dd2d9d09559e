package io.hellowire.server.tls;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.testkit.shapes.Draft;
import io.hellowire.testkit.shapes.SignedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutomaticCertificateTest {

    private static final Names HOME = Names.of("localhost", "127.0.0.1", "192.0.2.7");
    private static final Names AWAY = Names.of("localhost", "127.0.0.1", "198.51.100.7", "fe80::7");

    @TempDir
    private Path directory;

    private Names names = HOME;

    @Test
    void isKeptWhileThisMachineIsTheSame() throws IOException {
        Identity first = certificate(Clock.systemUTC()).load();
        assertThat(certificate(Clock.systemUTC()).load().certificate()).isEqualTo(first.certificate());
    }

    @Test
    void isMadeAnewWhenAnAddressIsNew() throws IOException {
        AutomaticCertificate source = certificate(Clock.systemUTC());
        Identity first = source.load();
        assertThat(source.reloadIfChanged()).isNull();
        names = AWAY;
        Identity second = source.reloadIfChanged();
        assertThat(second).isNotNull();
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(CertificateNames.cover(second.certificate(), AWAY)).isTrue();
        assertThat(certificate(Clock.systemUTC()).load().certificate()).isEqualTo(second.certificate());
    }

    @Test
    void isCoveredWhateverElseStandsBesideItsNames() throws CertificateException {
        SignedCertificate made = Draft.server()
                .dns("localhost", "two words")
                .ip("127.0.0.1", "192.0.2.7", "fe80::7")
                .name(GeneralName.uniformResourceIdentifier, new DERIA5String("https://example.com/"))
                .selfSigned();
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(made.holder());
        assertThat(CertificateNames.cover(certificate, HOME)).isTrue();
        assertThat(CertificateNames.cover(certificate, Names.of("localhost", "FE80:0::7")))
                .isTrue();
        assertThat(CertificateNames.cover(certificate, AWAY)).isFalse();
    }

    @Test
    void isMadeAnewWhenItNearsItsEnd() throws IOException {
        Identity first = certificate(Clock.systemUTC()).load();
        Duration almost = Duration.between(
                Clock.systemUTC().instant(), first.certificate().getNotAfter().toInstant());
        Clock late = Clock.offset(Clock.system(ZoneOffset.UTC), almost.minus(Duration.ofDays(29)));
        assertThat(certificate(late).load().certificate()).isNotEqualTo(first.certificate());
    }

    @Test
    void isMadeAnewWhenItsFilesAreBroken() throws IOException {
        certificate(Clock.systemUTC()).load();
        Files.writeString(directory.resolve("state/hellowire.pem"), "nonsense");
        assertThat(certificate(Clock.systemUTC()).load()).isNotNull();
    }

    @Test
    void isWholeAgainAfterACrashInTheMiddleOfItsReplacement() throws IOException {
        Path state = directory.resolve("state");
        Path half = state.resolve(".hellowire-replacing");
        certificate(Clock.systemUTC()).load();
        Identity decided = new AutomaticCertificate(half, KeyType.P256, () -> names, Clock.systemUTC()).load();
        Files.move(half.resolve("hellowire.pem"), state.resolve("hellowire.pem"), REPLACE_EXISTING);

        assertThat(certificate(Clock.systemUTC()).load().certificate()).isEqualTo(decided.certificate());
    }

    @Test
    void isKeptInMemoryWhereNothingCanBeWritten() throws IOException {
        Files.writeString(directory.resolve("state"), "a file in the place of the directory");
        AutomaticCertificate source = certificate(Clock.systemUTC());
        assertThat(source.load()).isNotNull();
        assertThat(source.describe())
                .startsWith("in memory only, " + directory.resolve("state") + " cannot be written: it is no directory");
    }

    private AutomaticCertificate certificate(Clock clock) {
        return new AutomaticCertificate(directory.resolve("state"), KeyType.P256, () -> names, clock);
    }
}
