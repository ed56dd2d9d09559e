package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.Identity;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    private static final Authority AUTHORITY = Authority.create(AuthorityProfile.named("Test authority"));

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void signsWithEveryKeyType(KeyType keyType) throws GeneralSecurityException {
        Authority authority =
                Authority.create(AuthorityProfile.named("Test authority").withKeyType(keyType));
        Identity leaf = authority.issue(CertificateProfile.server(Names.of("127.0.0.1")));

        leaf.certificate().verify(authority.certificate().getPublicKey());
    }

    @Test
    void sendsNoRootAlong() {
        Identity leaf = AUTHORITY.issue(CertificateProfile.server(Names.of("127.0.0.1")));

        assertThat(leaf.chain()).hasSize(1).doesNotContain(AUTHORITY.certificate());
    }

    @Test
    void clientsNeedNoNames() throws GeneralSecurityException {
        Identity client = AUTHORITY.issue(CertificateProfile.client("alice"));

        assertThat(client.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=alice");
        assertThat(client.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.31.0.1",
                "192.168.4.1",
                "fd00::1",
                "::1",
                "gate.local",
                "a.b.home.arpa",
                "x.test"
            })
    void signsNamesOfPrivateNetworks(String name) {
        assertThat(AUTHORITY.issue(CertificateProfile.server(Names.of(name))).chain())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2001:db8::1", "example.com", "notlocal", "local.example.com"})
    void refusesAnyOtherName(String name) {
        CertificateProfile profile = CertificateProfile.server(Names.of("localhost", name));

        assertThatThrownBy(() -> AUTHORITY.issue(profile))
                .isInstanceOf(NamesNotPermittedException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining("--unconstrained");
    }

    @Test
    void signsEveryNameWhenUnlimited() {
        Authority authority =
                Authority.create(AuthorityProfile.named("Test authority").withReach(Reach.UNLIMITED));

        assertThat(authority
                        .issue(CertificateProfile.server(Names.of("example.com")))
                        .chain())
                .isNotEmpty();
    }

    @Test
    void refusesToBeMadeOfAServer() {
        Identity server = SelfSigned.issue(CertificateProfile.server(Names.of("localhost")));

        assertThatThrownBy(() -> Authority.of(server))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CA:TRUE");
    }
}
