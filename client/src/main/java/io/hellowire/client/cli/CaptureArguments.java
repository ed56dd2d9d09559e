package io.hellowire.client.cli;

import io.hellowire.capture.Capture;
import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Content;
import io.hellowire.capture.CaptureOptions.IfPresent;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.cli.FileNameText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options that say what is captured of the wire. */
final class CaptureArguments extends Arguments {

    private final Option<String> target = named("--capture", "--pcap")
            .text("FILE", "Write what crosses the sockets to this pcapng file; - for standard output.");

    private final Option<Boolean> plain =
            named("--capture-plain").flag("Include the plaintext inside TLS, on a second interface.");

    private final Option<Secrets> secrets = named("--secrets")
            .value(
                    "WHERE",
                    Secrets.class,
                    Secrets.NONE,
                    "Where to keep TLS secrets: embed (in the capture), file (beside it) or none.");

    private final Option<Path> keyLog = named("--keylog")
            .value("FILE", Path.class, "Append TLS secrets to this file (RFC 9850; default: $SSLKEYLOGFILE).");

    private final Option<Boolean> force = named("--force").flag("Overwrite an existing capture file.");

    /** Whether standard output belongs to the capture. */
    boolean toStandardOutput() {
        return CaptureOptions.STANDARD_OUTPUT.equals(target.given());
    }

    /**
     * Starts what was asked for.
     *
     * @return {@code null} if nothing was
     * @throws IOException if a file cannot be written
     */
    @Nullable
    Capture start(Console console) throws IOException {
        if (target.given() != null) {
            FileNameText.path(target.given()); // which refuses in words what Java cannot open
        }
        CaptureOptions options = new CaptureOptions(
                target.given(),
                new Content(plain.value(), 0, CaptureFilter.EVERYTHING),
                secrets.value(),
                keyLog(console),
                null,
                null,
                force.value() ? IfPresent.REPLACE : IfPresent.REFUSE);
        if (!options.isOn()) {
            return null;
        }
        Consumer<String> diagnostics = line -> tell(console, line);
        Capture capture = Capture.start(options, Version.userAgent(), diagnostics);
        if (keyLog.given() != null || secrets.value() != Secrets.NONE || plain.value()) {
            capture.describe().forEach(diagnostics);
        }
        return capture;
    }

    /** Says how much went where, after the capture's end. */
    void sayOutcome(Capture closed, Console console) {
        String outcome = closed.outcome();
        if (outcome != null) {
            tell(console, "captured " + outcome);
        }
    }

    /** At once: it may come from a thread of the capture, after all else was said. */
    private static void tell(Console console, String line) {
        console.errors().println(line);
        console.errors().flush();
    }

    private @Nullable Path keyLog(Console console) {
        String common = console.variable("SSLKEYLOGFILE");
        return keyLog.given() != null || common.isEmpty() ? keyLog.given() : FileNameText.path(common);
    }
}
