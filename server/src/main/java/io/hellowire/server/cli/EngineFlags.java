package io.hellowire.server.cli;

import io.hellowire.cli.DurationText;
import io.hellowire.server.ServerOptions.Engine;
import io.hellowire.wire.Transport;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to run on. */
final class EngineFlags {

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "io_uring, epoll, kqueue or nio (epoll or kqueue where they load, else nio).")
    private @Nullable String transport;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that serve connections (one for each processor).")
    private @Nullable Integer threads;

    @Option(
            names = "--drain-time",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationText.class,
            description = "How long requests in flight may take when the server stops (${DEFAULT-VALUE}).")
    private Duration drainTime = Duration.ZERO;

    Engine engine() {
        Transport chosen = transport == null ? Transport.best() : Transport.named(transport);
        int loops = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        return new Engine(chosen, loops, drainTime);
    }
}
