package io.hellowire.server.cli;

import io.hellowire.cli.SizeText;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.Destination;
import io.hellowire.server.journal.JournalOptions.HealthChecks;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.server.journal.JournalOptions.RawFolder;
import io.hellowire.server.journal.LogFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to show of requests. */
final class JournalFlags {

    private enum Route {
        OUTPUT,
        LOGBACK
    }

    @Option(
            names = "--log-format",
            paramLabel = "block|line|json|combined",
            defaultValue = "block",
            description = "How requests are shown (${DEFAULT-VALUE}).")
    private LogFormat format = LogFormat.BLOCK;

    @Option(names = "--log-file", paramLabel = "FILE", description = "Append them to this file, not standard output.")
    private @Nullable Path file;

    @Option(
            names = "--log-max",
            paramLabel = "SIZE",
            converter = SizeText.class,
            description = "Start this file anew at this size, and keep the old one as FILE.1.")
    private @Nullable Long most;

    @Option(
            names = "--journal",
            paramLabel = "output|logback",
            defaultValue = "output",
            description = "logback: give them to the logger hellowire.requests instead (${DEFAULT-VALUE}).")
    private Route route = Route.OUTPUT;

    @Option(
            names = "--journal-overflow",
            paramLabel = "wait|drop",
            defaultValue = "wait",
            description =
                    "When they come faster than they can be written: make clients wait, or drop records and count them"
                            + " (${DEFAULT-VALUE}).")
    private Overflow overflow = Overflow.WAIT;

    @Option(
            names = "--redact",
            paramLabel = "NAME",
            description =
                    "Hide the values of these fields, such as Authorization,Cookie, in the journal and in raw files.")
    private List<String> redacted = new ArrayList<>();

    @Option(
            names = "--raw-dir",
            paramLabel = "DIR",
            description = "Also keep each request in its own file here, byte for byte except what --redact hides.")
    private @Nullable Path rawDirectory;

    @Option(
            names = "--raw-max",
            paramLabel = "SIZE",
            converter = SizeText.class,
            description = "Keep no more files there once they hold this much, those of earlier runs included.")
    private @Nullable Long rawMost;

    @Option(names = "--log-health", fallbackValue = "true", description = "Show health checks too.")
    private boolean healthChecks;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            description = "Show no requests; say only that the server is ready and what is captured.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    RawBodies rawBodies() {
        return rawDirectory == null ? RawBodies.FORGOTTEN : RawBodies.KEPT;
    }

    /** @param usual where records go that nobody sent elsewhere */
    JournalOptions options(Destination usual) {
        HealthChecks checks = healthChecks ? HealthChecks.SHOWN : HealthChecks.HIDDEN;
        return new JournalOptions(format, destination(usual), overflow, redactedNames(), rawFolder(), checks);
    }

    private @Nullable RawFolder rawFolder() {
        if (rawDirectory == null && rawMost != null) {
            throw new IllegalArgumentException("--raw-max: " + rawMost + " (expected: --raw-dir as well)");
        }
        return rawDirectory == null ? null : new RawFolder(rawDirectory, rawMost);
    }

    /** Not split by Picocli, for which nothing between two commas, or nothing at all, is no name to complain of. */
    private List<String> redactedNames() {
        return redacted.stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .toList();
    }

    private Destination destination(Destination usual) {
        if (file != null) {
            return new Destination.File(file, most);
        }
        if (most != null) {
            throw new IllegalArgumentException("--log-max: " + most + " (expected: --log-file as well)");
        }
        if (route == Route.LOGBACK) {
            return Destination.LOGGER;
        }
        return quiet ? Destination.NOWHERE : usual;
    }
}
