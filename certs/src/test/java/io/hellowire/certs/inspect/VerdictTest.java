package io.hellowire.certs.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Reach;
import io.hellowire.certs.issue.Validity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of clients that no machine of ours runs; curl and Java are asked themselves elsewhere. */
class VerdictTest {

    private static final Authority AUTHORITY =
            Authority.create(AuthorityProfile.named("Test CA").withReach(Reach.UNLIMITED));
    private static final CertificateProfile PROFILE =
            CertificateProfile.server(Names.of("device.test", "10.39.40.168"));

    private final Instant now = Instant.now();

    @ParameterizedTest
    @EnumSource(ClientKind.class)
    void everyClientAcceptsTheDefaultUnderItsDnsName(ClientKind client) {
        assertThat(objections(client, PROFILE, "device.test")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ClientKind.class)
    void noClientAcceptsAnotherName(ClientKind client) {
        assertThat(objections(client, PROFILE, "other.test")).containsExactly("not for other.test");
    }

    @ParameterizedTest
    @EnumSource(ClientKind.class)
    void noClientAcceptsWhatIsOver(ClientKind client) {
        CertificateProfile over =
                PROFILE.withValidity(new Validity(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(10))));

        assertThat(objections(client, over, "device.test"))
                .singleElement()
                .asString()
                .startsWith("expired on ");
    }

    @ParameterizedTest
    @EnumSource(ClientKind.class)
    void noClientAcceptsWhatHasNotBegun(ClientKind client) {
        CertificateProfile early =
                PROFILE.withValidity(new Validity(now.plus(Duration.ofDays(10)), now.plus(Duration.ofDays(30))));

        assertThat(objections(client, early, "device.test"))
                .singleElement()
                .asString()
                .startsWith("not valid before ");
    }

    @Test
    void mbedTlsBefore35FindsAnAddressOnlyAmongTheDnsNames() {
        CertificateProfile both = PROFILE.withNames(PROFILE.names().withAddressesAsDnsNames());

        assertThat(objections(ClientKind.MBEDTLS2, PROFILE, "10.39.40.168"))
                .singleElement()
                .asString()
                .contains("--device-compat");
        assertThat(objections(ClientKind.MBEDTLS2, both, "10.39.40.168")).isEmpty();
        assertThat(objections(ClientKind.MBEDTLS3, PROFILE, "10.39.40.168")).isEmpty();
    }

    @Test
    void appleTakes825DaysAndNotOneMore() {
        assertThat(objections(ClientKind.SAFARI, PROFILE.withValidity(Validity.ofDays(825)), "device.test"))
                .isEmpty();
        assertThat(objections(ClientKind.SAFARI, PROFILE.withValidity(Validity.ofDays(826)), "device.test"))
                .containsExactly("valid for 826 days, more than 825");
    }

    @Test
    void onlySomeKnowEd25519() {
        CertificateProfile ed25519 = PROFILE.withKeyType(KeyType.ED25519);

        for (ClientKind client : ClientKind.values()) {
            boolean knowsIt = EnumSet.of(
                            ClientKind.CURL,
                            ClientKind.OPENSSL,
                            ClientKind.GNUTLS,
                            ClientKind.GO,
                            ClientKind.JAVA17,
                            ClientKind.JAVA,
                            ClientKind.HELLOWIRE)
                    .contains(client);
            assertThat(objections(client, ed25519, "device.test").isEmpty())
                    .as(client.title())
                    .isEqualTo(knowsIt);
        }
    }

    @Test
    void firefoxRefusesAnAuthorityAsServer() {
        assertThat(of(ClientKind.FIREFOX, AUTHORITY.certificate(), "device.test")
                        .reasons())
                .anyMatch(objection -> objection.contains("CA:TRUE"));
    }

    @Test
    void aRootThatSignedNothingIsNotTakenForTheEndOfTheChain() {
        X509Certificate stranger =
                Authority.create(AuthorityProfile.named("Stranger")).certificate();
        X509Certificate leaf = AUTHORITY.issue(PROFILE).certificate();
        Evidence evidence = Evidence.onceTrusted(List.of(leaf, stranger), now);

        assertThat(evidence.verdict(ClientKind.CURL, "device.test").reasons())
                .containsExactly(
                        "its issuer CN=Test CA is neither there nor trusted, and the root beside it, CN=Stranger, did not"
                                + " sign it: the chain is incomplete");
    }

    private List<String> objections(ClientKind client, CertificateProfile profile, String name) {
        return of(client, AUTHORITY.issue(profile).certificate(), name).reasons();
    }

    private Verdict of(ClientKind client, X509Certificate certificate, String name) {
        return Evidence.onceTrusted(List.of(certificate), now).verdict(client, name);
    }
}
