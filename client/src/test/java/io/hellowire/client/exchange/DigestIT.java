package io.hellowire.client.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.RawServer;
import io.hellowire.client.url.Credentials;
import io.hellowire.testkit.Program;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl answers to a challenge is what we answer, for its random number. */
class DigestIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final Pattern NONCE = Pattern.compile("cnonce=\"([^\"]*)\"");
    private static final Pattern RESPONSE = Pattern.compile("response=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest realm=\"a\", nonce=\"b\"",
                "Digest realm=\"a\", nonce=\"b\", qop=\"auth\"",
                "Digest realm=\"a\", nonce=\"b\", qop=\"auth\", algorithm=MD5",
                "Digest realm=\"a\", nonce=\"b\", qop=\"auth\", algorithm=MD5-sess, opaque=\"c\"",
                "Digest realm=\"a\", nonce=\"b\", qop=\"auth,auth-int\", algorithm=SHA-256",
                "Digest realm=\"a\", nonce=\"b\", qop=\"auth\", algorithm=SHA-256-SESS",
            })
    void isAnsweredAsCurlDoes(String challenge) throws Exception {
        String unauthorized = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + challenge
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (RawServer server = RawServer.answeringInTurn(unauthorized, OK)) {
            Program.named("curl").succeed("--digest", "-u", "me:secret", server.url("/dir/x?a=b"));
            String request = server.requests().get(1);
            Matcher nonce = NONCE.matcher(request);
            String ours = DigestChallenge.in(ExampleResponse.head(unauthorized))
                    .answer(new Credentials("me:secret"), "GET", "/dir/x?a=b", 1, nonce.find() ? nonce.group(1) : "");

            assertThat(response(ours)).isEqualTo(response(request));
        }
    }

    private static String response(String text) {
        Matcher response = RESPONSE.matcher(text);
        assertThat(response.find()).as(text).isTrue();
        return response.group(1);
    }
}
