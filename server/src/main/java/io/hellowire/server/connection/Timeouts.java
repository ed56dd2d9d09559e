package io.hellowire.server.connection;

import java.time.Duration;

/**
 * How long a peer may take for what it has to do. Each is more than zero.
 *
 * @param handshake for the whole TLS handshake
 * @param head for a whole request head, from its first byte
 * @param idle between requests, and for reading answers that do not fit into the socket
 * @param body between two pieces of a body
 * @param goodbye for closing its side after we have closed ours
 */
public record Timeouts(Duration handshake, Duration head, Duration idle, Duration body, Duration goodbye) {

    /** Ten seconds for a handshake or a head, a minute between requests, half of one inside a body, two for goodbye. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2));

    public Timeouts {
        requirePositive("handshake timeout", handshake);
        requirePositive("head timeout", head);
        requirePositive("idle timeout", idle);
        requirePositive("body timeout", body);
        requirePositive("goodbye timeout", goodbye);
    }

    private static void requirePositive(String what, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(what + ": " + duration + " (expected: more than zero)");
        }
    }

    /** How often to look for those whose time is up, so that the shortest limit is kept within about a tenth. */
    Duration tick() {
        Duration shortest = handshake;
        for (Duration each : new Duration[] {head, idle, body, goodbye}) {
            shortest = each.compareTo(shortest) < 0 ? each : shortest;
        }
        long millis = Math.min(500, Math.max(10, shortest.toMillis() / 10));
        return Duration.ofMillis(millis);
    }
}
