package io.hellowire.client.exchange;

import io.hellowire.wire.ResponseHead;
import org.jspecify.annotations.Nullable;

/** Which option may open what a server keeps shut. */
public final class LoginAdvice {

    private static final int UNAUTHORIZED = 401;

    private LoginAdvice() {}

    /** The advice for a 401, RFC 9110 section 15.5.2, or {@code null} for any other response. */
    public static @Nullable String of(ResponseHead head) {
        if (head.status() != UNAUTHORIZED) {
            return null;
        }
        if (DigestChallenge.in(head) != null) {
            return "-u USER:PASSWORD --digest, which is what the server wants (RFC 7616)";
        }
        return Challenges.of(head).stream().anyMatch(challenge -> challenge.isOf("Bearer"))
                ? "--oauth2-bearer TOKEN, which is what the server wants (RFC 6750)"
                : "-u USER:PASSWORD";
    }
}
