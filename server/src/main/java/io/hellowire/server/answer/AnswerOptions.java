package io.hellowire.server.answer;

import io.hellowire.server.exchange.Greeting;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param greeting the line for everyone
 * @param firstNumber the first number given; zero or more
 * @param healthPath the path that is answered with {@code ok} and takes no number, {@code null} for none
 * @param requestsPerConnection after how many requests a connection is closed, {@code null} for never
 */
public record AnswerOptions(
        Greeting greeting,
        long firstNumber,
        @Nullable String healthPath,
        @Nullable Integer requestsPerConnection) {

    /** {@code Hello #0 from Hellowire!}, and {@code /healthz}. */
    public static final AnswerOptions DEFAULT = new AnswerOptions(Greeting.from("Hellowire"), 0, "/healthz", null);

    public AnswerOptions {
        if (firstNumber < 0) {
            throw new IllegalArgumentException("firstNumber: " + firstNumber + " (expected: zero or more)");
        }
        if (healthPath != null && !healthPath.startsWith("/")) {
            throw new IllegalArgumentException("healthPath: " + healthPath + " (expected: a path such as /healthz)");
        }
        if (requestsPerConnection != null && requestsPerConnection <= 0) {
            throw new IllegalArgumentException(
                    "requestsPerConnection: " + requestsPerConnection + " (expected: more than zero)");
        }
    }
}
