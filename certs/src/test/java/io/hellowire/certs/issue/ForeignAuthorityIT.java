package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Openssl;
import io.hellowire.certs.Passphrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities that are not ours, with what their certificates may hold. */
class ForeignAuthorityIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"05:00", "30:04:30:02:05:00", "30:04:a0:02:05:00", "30:06:a0:04:30:02:05:00"})
    void oneWithDamagedNameConstraintsSignsNothingAndSaysWhy(String constraints) throws IOException {
        Openssl openssl = new Openssl(directory);
        openssl.pair(
                "ca",
                "ec:P-256",
                "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=keyCertSign -addext nameConstraints=DER:"
                        + constraints);
        Authority authority = Authority.of(new CertificateLoader(Passphrase.none())
                .loadIdentity(List.of(openssl.file("ca.pem"), openssl.file("ca-key.pem"))));
        CertificateProfile profile = CertificateProfile.server(Names.of("gate.local"));

        assertThatThrownBy(() -> authority.issue(profile))
                .isInstanceOf(NamesNotPermittedException.class)
                .hasMessageContaining("CN=ca has damaged name constraints");
    }
}
