package io.hellowire.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import org.junit.jupiter.api.Test;

class ServingWarningsTest {

    @Test
    void aServersCertificateNeedsNone() {
        assertThat(ServingWarnings.of(SelfSigned.issue(CertificateProfile.server(Names.of("a.test")))))
                .isEmpty();
    }

    @Test
    void anAuthoritysIsNotForServing() {
        assertThat(ServingWarnings.of(
                        Authority.create(AuthorityProfile.named("A\nB")).identity()))
                .singleElement()
                .asString()
                .startsWith("the certificate of CN=A\\")
                .contains(" is that of an authority");
    }

    @Test
    void aClientsIsNotForServing() {
        assertThat(ServingWarnings.of(SelfSigned.issue(CertificateProfile.client("alice"))))
                .singleElement()
                .asString()
                .startsWith("the certificate of CN=alice is for clients only (clientAuth)");
    }
}
