package io.hellowire.client.cli;

import io.hellowire.wire.capture.Capture;
import io.hellowire.wire.capture.CaptureFilter;
import io.hellowire.wire.capture.CaptureOptions;
import io.hellowire.wire.capture.CaptureOptions.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is captured of the wire. */
final class CaptureArguments {

    @Option(
            names = {"--capture", "--pcap"},
            paramLabel = "FILE",
            description = "Writes what crosses the sockets to a pcapng file; - for standard output.")
    private @Nullable String target;

    @Option(names = "--capture-plain", description = "Shows what is inside TLS, too, on a second interface.")
    private boolean plain;

    @Option(
            names = "--secrets",
            paramLabel = "WHERE",
            description = "Keeps TLS secrets: embed them in the capture, in a file beside it, or none.")
    private Secrets secrets = Secrets.NONE;

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description = "Appends TLS secrets to a file (RFC 9850): $SSLKEYLOGFILE.")
    private @Nullable Path keyLog;

    /** Whether standard output belongs to the capture. */
    boolean toStandardOutput() {
        return CaptureOptions.STANDARD_OUTPUT.equals(target);
    }

    /**
     * Starts what was asked for.
     *
     * @return {@code null} if nothing was
     * @throws IOException if a file cannot be written
     */
    @Nullable
    Capture start(Console console) throws IOException {
        CaptureOptions options =
                new CaptureOptions(target, plain, secrets, keyLog(console), null, 0, CaptureFilter.EVERYTHING);
        if (!options.isOn()) {
            return null;
        }
        Consumer<String> diagnostics = line -> tell(console, line);
        Capture capture = Capture.start(options, Version.userAgent(), diagnostics);
        if (keyLog != null || secrets != Secrets.NONE || plain) {
            capture.describe().forEach(diagnostics);
        }
        return capture;
    }

    /** At once: it may come from a thread of the capture, after all else was said. */
    private static void tell(Console console, String line) {
        console.errors().println(line);
        console.errors().flush();
    }

    private @Nullable Path keyLog(Console console) {
        String common = console.variable("SSLKEYLOGFILE");
        return keyLog != null || common.isEmpty() ? keyLog : Path.of(common);
    }
}
