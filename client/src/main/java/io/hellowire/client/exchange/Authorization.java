package io.hellowire.client.exchange;

import io.hellowire.client.url.Credentials;
import io.hellowire.wire.ResponseHead;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How we prove to a server who we are, RFC 9110 section 11.6.2. */
public sealed interface Authorization {

    /** The value of the Authorization field, or {@code null} as long as the server must speak first. */
    @Nullable
    String value(String method, String uri);

    /** What to try after a 401, or {@code null} if there is nothing else. */
    default @Nullable Authorization after(ResponseHead head) {
        return null;
    }

    /** The same for one more request. */
    default Authorization again() {
        return this;
    }

    /** Whether the next request only asks what the server wants to know, so that its body would be sent for nothing. */
    default boolean isQuestion() {
        return false;
    }

    /** RFC 7617: at once, and readable for whoever listens. */
    record Basic(Credentials credentials) implements Authorization {

        @Override
        public String value(String method, String uri) {
            return credentials.basic();
        }
    }

    /**
     * RFC 6750.
     *
     * @param token the secret
     */
    record Bearer(String token) implements Authorization {

        @Override
        public String value(String method, String uri) {
            return "Bearer " + token;
        }

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }

    /** Whatever the server asks for first that we know: Digest before Basic. */
    record Asked(Credentials credentials) implements Authorization {

        @Override
        public @Nullable String value(String method, String uri) {
            return null;
        }

        @Override
        public @Nullable Authorization after(ResponseHead head) {
            DigestChallenge challenge = DigestChallenge.in(head);
            if (challenge != null) {
                return new Digest(credentials, new Answer(challenge, 1, 1));
            }
            boolean takesBasic = Challenges.of(head).stream().anyMatch(offered -> offered.isOf("Basic"));
            return takesBasic ? new Basic(credentials) : null;
        }
    }

    /**
     * RFC 7616: the password stays here.
     *
     * @param answer what the server asked, or {@code null} as long as it was not heard
     */
    record Digest(Credentials credentials, @Nullable Answer answer) implements Authorization {

        private static final int MOST_TRIES = 3;
        private static final SecureRandom RANDOM = new SecureRandom();

        /** Before the server has said anything. */
        public static Digest unasked(Credentials credentials) {
            return new Digest(credentials, null);
        }

        @Override
        public @Nullable String value(String method, String uri) {
            if (answer == null) {
                return null;
            }
            byte[] random = new byte[16];
            RANDOM.nextBytes(random);
            String ownNonce = HexFormat.of().formatHex(random);
            return answer.challenge().answer(credentials, method, uri, answer.count(), ownNonce);
        }

        @Override
        public @Nullable Authorization after(ResponseHead head) {
            DigestChallenge next = DigestChallenge.in(head);
            int tries = answer == null ? 0 : answer.tries();
            if (next == null || (answer != null && !next.isStale()) || tries == MOST_TRIES) {
                return null;
            }
            return new Digest(credentials, new Answer(next, 1, tries + 1));
        }

        @Override
        public Authorization again() {
            return answer == null ? this : new Digest(credentials, answer.counted());
        }

        @Override
        public boolean isQuestion() {
            return answer == null;
        }
    }

    /**
     * What the server asked, and what became of it.
     *
     * @param count which request that answers it comes next, from 1
     * @param tries how many such questions were answered, this one included
     */
    record Answer(DigestChallenge challenge, int count, int tries) {

        Answer counted() {
            return new Answer(challenge, count + 1, tries);
        }
    }
}
