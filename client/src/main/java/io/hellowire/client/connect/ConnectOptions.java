package io.hellowire.client.connect;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made.
 *
 * @param timeout how long look-up, attempts, proxy and TLS may take together; zero for as long as they like
 * @param attemptDelay how long the next address waits for the one before it (RFC 8305 section 5), 10 ms to 2 s
 * @param strategy which addresses are tried, and when
 * @param from our own end, or {@code null} to leave it to the system
 * @param unixSocket a socket in the file system to connect to instead, or {@code null}
 * @param announced whether a PROXY line says first who connects to whom
 */
public record ConnectOptions(
        Duration timeout,
        Duration attemptDelay,
        Strategy strategy,
        @Nullable LocalEnd from,
        @Nullable Path unixSocket,
        boolean announced) {

    private static final Duration SHORTEST_DELAY = Duration.ofMillis(10);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

    public ConnectOptions {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: zero or more)");
        }
        if (attemptDelay.compareTo(SHORTEST_DELAY) < 0 || attemptDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "--attempt-delay: " + attemptDelay.toMillis() + " ms (expected: 10 to 2000 ms, RFC 8305)");
        }
    }

    /** Ten seconds, and a race with the delay that RFC 8305 recommends. */
    public static ConnectOptions defaults() {
        return new ConnectOptions(Duration.ofSeconds(10), Duration.ofMillis(250), Strategy.RACE, null, null, false);
    }

    /** Which addresses are tried, and when. */
    public enum Strategy {
        /** The next one when the last failed or was slow; the first to connect wins. */
        RACE,
        /** The next one when the last failed. */
        ONE_BY_ONE,
        /** Every one, one after the other, to see which of them work; the first that did is used. */
        ALL,
        /** Only the first, as small devices do. */
        FIRST_ONLY;

        /** Whether an attempt begins only after the one before it has ended. */
        boolean isInTurn() {
            return this == ONE_BY_ONE || this == ALL;
        }
    }
}
