package io.hellowire.client.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.exchange.Authorization.Asked;
import io.hellowire.client.exchange.Authorization.Basic;
import io.hellowire.client.exchange.Authorization.Digest;
import io.hellowire.client.url.Credentials;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.ResponseHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestChallengeTest {

    private static final Credentials MUFASA = new Credentials("Mufasa:Circle of Life");

    /** RFC 7616 section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void isAnsweredAsTheRfcDoes(String algorithm, String response) throws MalformedMessageException {
        DigestChallenge challenge =
                DigestChallenge.in(head("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\","
                        + " algorithm=" + algorithm + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                        + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));

        assertThat(challenge.answer(
                        MUFASA, "GET", "/dir/index.html", 1, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
                .isEqualTo("Digest username=\"Mufasa\", realm=\"http-auth@example.org\","
                        + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", uri=\"/dir/index.html\","
                        + " cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", nc=00000001, qop=auth, response=\""
                        + response + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", algorithm="
                        + algorithm);
    }

    /** RFC 7616 section 3.9.2, whose sums are of another algorithm (erratum 4897); these are Python's. */
    @Test
    void userNamesAreHashedWhereTheServerAsks() throws MalformedMessageException {
        DigestChallenge challenge = DigestChallenge.in(head("Digest realm=\"api@example.org\", qop=\"auth\","
                + " algorithm=SHA-512-256, nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                + " opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8, userhash=true"));

        assertThat(challenge.answer(
                        new Credentials("J\u00e4s\u00f8n Doe:Secret, or not?"),
                        "GET",
                        "/doe.json",
                        1,
                        "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm"))
                .contains("username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\"")
                .contains("response=\"7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c\"")
                .endsWith(", userhash=true");
    }

    /** RFC 2617 section 3.5, and without its quality of protection as in RFC 2069. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", qop=\"auth\" | 6629fae49393a05397450978507c4ef1",
                "'' | 670fd8c2df070c60b045671b8b24ff02",
            })
    void oldServersAreAnswered(String protection, String response) throws MalformedMessageException {
        DigestChallenge challenge = DigestChallenge.in(head(
                "Digest realm=\"testrealm@host.com\"," + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"" + protection));

        assertThat(challenge.answer(new Credentials("Mufasa:Circle Of Life"), "GET", "/dir/index.html", 1, "0a4f113b"))
                .contains("response=\"" + response + "\"")
                .doesNotContain("algorithm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"x\"",
                "Digest realm=\"x\"",
                "Digest realm=\"x\", nonce=\"n\", algorithm=SHA-1",
                "Digest realm=\"x\", nonce=\"n\", qop=\"auth-int\"",
                "Digest",
                ",,==,\"",
                "",
            })
    void whatCannotBeAnsweredIsNoChallenge(String field) throws MalformedMessageException {
        assertThat(DigestChallenge.in(head(field))).isNull();
    }

    @Test
    void theFirstThatIsKnownCounts() throws MalformedMessageException {
        DigestChallenge challenge = DigestChallenge.in(head(
                "NTLM TlRMTVNTUAAB==, Digest realm=a, nonce=1, algorithm=SHA-9, Digest realm=\"b, \\\"c\", nonce=2"));

        assertThat(challenge.answer(MUFASA, "GET", "/", 1, "c")).contains("realm=\"b, \\\"c\", nonce=\"2\"");
    }

    @Test
    void whoAsksTakesDigestBeforeBasic() throws MalformedMessageException {
        ResponseHead both = head("Basic realm=\"x\", Digest realm=\"x\", nonce=\"n\"");

        assertThat(new Asked(MUFASA).value("GET", "/")).isNull();
        assertThat(new Asked(MUFASA).after(both)).isInstanceOf(Digest.class);
        assertThat(new Asked(MUFASA).after(head("Basic realm=\"x\""))).isInstanceOf(Basic.class);
        assertThat(new Asked(MUFASA).after(head("NTLM"))).isNull();
    }

    @Test
    void aWrongPasswordIsNotTriedAgain() throws MalformedMessageException {
        Authorization answer = Digest.unasked(MUFASA).after(head("Digest realm=\"x\", nonce=\"n\""));

        assertThat(answer.after(head("Digest realm=\"x\", nonce=\"m\""))).isNull();
    }

    @Test
    void anOldNonceIsReplacedButNotForever() throws MalformedMessageException {
        ResponseHead stale = head("Digest realm=\"x\", nonce=\"m\", stale=TRUE");
        Authorization first = Digest.unasked(MUFASA).after(stale);
        Authorization third = first.after(stale).after(stale);

        assertThat(third).isNotNull();
        assertThat(third.after(stale)).isNull();
    }

    @Test
    void requestsWithOneNonceAreCounted() throws MalformedMessageException {
        Authorization answer = Digest.unasked(MUFASA)
                .after(head("Digest realm=\"x\", nonce=\"n\", qop=auth"))
                .again();

        assertThat(answer.value("GET", "/")).contains("nc=00000002");
    }

    /** A value may be as long as a head, and each character of it one more step of the pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\a"})
    void valuesMayBeOfAnyLength(String piece) throws MalformedMessageException {
        DigestChallenge challenge =
                DigestChallenge.in(head("Digest realm=\"" + piece.repeat(50_000) + "\", nonce=\"b\""));

        assertThat(challenge.answer(MUFASA, "GET", "/", 1, "c")).contains("a".repeat(50_000), "nonce=\"b\"");
    }

    private static ResponseHead head(String challenge) throws MalformedMessageException {
        return ExampleResponse.head("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + challenge + "\r\n\r\n");
    }
}
