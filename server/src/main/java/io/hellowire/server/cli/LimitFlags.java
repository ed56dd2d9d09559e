package io.hellowire.server.cli;

import io.hellowire.cli.DurationText;
import io.hellowire.cli.SizeText;
import io.hellowire.server.ServerOptions.Limits;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Timeouts;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.wire.HeadLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What peers may take. */
final class LimitFlags {

    @Option(
            names = "--max-head",
            paramLabel = "SIZE",
            defaultValue = "64K",
            converter = SizeText.class,
            description = "Largest request head (${DEFAULT-VALUE}).")
    private long maxHead;

    @Option(
            names = "--max-request-line",
            paramLabel = "SIZE",
            defaultValue = "16K",
            converter = SizeText.class,
            description = "Longest request line (${DEFAULT-VALUE}).")
    private long maxRequestLine;

    @Option(
            names = "--max-fields",
            paramLabel = "N",
            defaultValue = "200",
            description = "Most header fields of a request (${DEFAULT-VALUE}).")
    private int maxFields;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            defaultValue = "10M",
            converter = SizeText.class,
            description = "Longest request body (${DEFAULT-VALUE}).")
    private long maxBody;

    @Option(
            names = "--log-body",
            paramLabel = "BYTES",
            defaultValue = "0",
            converter = SizeText.class,
            description = "Show this many bytes from the start of a body (${DEFAULT-VALUE}).")
    private long logBody;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "16384",
            description = "Most connections at once (${DEFAULT-VALUE}).")
    private int maxConnections;

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "N",
            description = "Most connections at once from one address (no limit).")
    private @Nullable Integer maxPerAddress;

    @Option(
            names = "--handshake-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationText.class,
            description = "Longest TLS handshake (${DEFAULT-VALUE}).")
    private Duration handshake = Duration.ZERO;

    @Option(
            names = "--head-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationText.class,
            description = "Longest time from the first to the last byte of a head (${DEFAULT-VALUE}).")
    private Duration head = Duration.ZERO;

    @Option(
            names = "--idle-timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationText.class,
            description = "Longest silence between requests (${DEFAULT-VALUE}).")
    private Duration idle = Duration.ZERO;

    @Option(
            names = "--body-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "Longest silence inside a body (${DEFAULT-VALUE}).")
    private Duration body = Duration.ZERO;

    Limits limits(RawBodies rawBodies) {
        Timeouts timeouts = new Timeouts(handshake, head, idle, body, Timeouts.DEFAULT.goodbye());
        HeadLimits heads =
                new HeadLimits(bytes("--max-head", maxHead), bytes("--max-request-line", maxRequestLine), maxFields);
        return new Limits(
                new ConnectionLimits(maxConnections, maxPerAddress, timeouts),
                new RequestLimits(heads, maxBody, bytes("--log-body", logBody), rawBodies));
    }

    private static int bytes(String option, long size) {
        if (size > 1 << 30) {
            throw new IllegalArgumentException(option + ": " + size + " (expected: at most 1G)");
        }
        return (int) size;
    }
}
