package io.hellowire.server;

import io.hellowire.capture.CaptureOptions;
import io.hellowire.server.answer.AnswerOptions;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.wire.Transport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the server runs: read from the command line once and never changed.
 *
 * @param listeners where it listens
 * @param tls how TLS is spoken; {@code null} only if there is no HTTPS port
 * @param answers what it answers
 * @param journal what it shows
 * @param limits what it allows
 * @param engine what it runs on
 * @param capture what it captures of the wire
 */
public record ServerOptions(
        Listeners listeners,
        @Nullable TlsOptions tls,
        AnswerOptions answers,
        JournalOptions journal,
        Limits limits,
        Engine engine,
        CaptureOptions capture) {

    public ServerOptions {
        if (listeners.httpsPort() != null && tls == null) {
            throw new IllegalArgumentException("tls: none (expected: a certificate for the HTTPS port)");
        }
    }

    /** Nothing is captured. */
    public ServerOptions(
            Listeners listeners,
            @Nullable TlsOptions tls,
            AnswerOptions answers,
            JournalOptions journal,
            Limits limits,
            Engine engine) {
        this(listeners, tls, answers, journal, limits, engine, CaptureOptions.NONE);
    }

    /** The same server, captured. */
    public ServerOptions with(CaptureOptions otherCapture) {
        return new ServerOptions(listeners, tls, answers, journal, limits, engine, otherCapture);
    }

    /**
     * What peers may take.
     *
     * @param connections how many of them and how long they may wait
     * @param requests how large they may be
     */
    public record Limits(ConnectionLimits connections, RequestLimits requests) {

        /** As in the records themselves. */
        public static final Limits DEFAULT = new Limits(ConnectionLimits.DEFAULT, RequestLimits.DEFAULT);
    }

    /**
     * What the server runs on.
     *
     * @param transport its way to the network
     * @param eventLoops how many threads serve connections, more than zero
     * @param drainTime how long requests in flight may take when the server stops; more than zero
     */
    public record Engine(Transport transport, int eventLoops, Duration drainTime) {

        /** The best transport, a loop for each processor, ten seconds. */
        public static Engine ofThisMachine() {
            return new Engine(Transport.best(), Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(10));
        }

        public Engine {
            if (eventLoops <= 0) {
                throw new IllegalArgumentException("event loops: " + eventLoops + " (expected: more than zero)");
            }
            if (drainTime.isZero() || drainTime.isNegative()) {
                throw new IllegalArgumentException("drain time: " + drainTime + " (expected: more than zero)");
            }
        }
    }
}
