package io.hellowire.server.cli;

import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Content;
import io.hellowire.capture.CaptureOptions.IfPresent;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.CaptureRing;
import io.hellowire.capture.cli.RingText;
import io.hellowire.cli.FileNameText;
import io.hellowire.cli.SizeText;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to capture of the wire. */
final class CaptureFlags {

    private static final String COMMON_KEY_LOG = "SSLKEYLOGFILE";

    @Option(
            names = "--capture",
            paramLabel = "FILE|-",
            description = "Write what crosses the sockets to this pcapng file, or to standard output.")
    private @Nullable String target;

    @Option(
            names = "--capture-plain",
            fallbackValue = "true",
            description = "Include the plaintext inside TLS, on a second interface.")
    private boolean plain;

    @Option(
            names = "--secrets",
            paramLabel = "none|embed|file",
            defaultValue = "none",
            description =
                    "Where to keep TLS secrets: none, embed (in the capture, so that Wireshark decrypts it) or file (a key"
                            + " log beside it) (${DEFAULT-VALUE}).")
    private Secrets secrets = Secrets.NONE;

    @Option(names = "--keylog", paramLabel = "FILE", description = "Append TLS secrets to this file (RFC 9850).")
    private @Nullable Path keyLog;

    @Option(names = "--allow-keylog", fallbackValue = "true", description = "Honour $SSLKEYLOGFILE too.")
    private boolean allowKeyLog;

    @Option(
            names = "--capture-ring",
            paramLabel = "NxSIZE",
            converter = RingText.class,
            description = "Keep the newest N files of this size, such as 10x16M; those of earlier runs count.")
    private @Nullable CaptureRing ring;

    @Option(
            names = "--capture-max",
            paramLabel = "SIZE",
            converter = SizeText.class,
            description = "End the capture, and nothing else, at this size.")
    private @Nullable Long most;

    @Option(
            names = "--capture-snaplen",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Keep only the first bytes of each packet, 0 for all (${DEFAULT-VALUE}).")
    private int snapLength;

    @Option(
            names = "--capture-filter",
            paramLabel = "FILTER",
            description = "Capture only some connections, such as 'port 8443 and not host 192.0.2.1'.")
    private @Nullable String filter;

    @Option(names = "--force", fallbackValue = "true", description = "Overwrite an existing capture file.")
    private boolean force;

    CaptureOptions options(Map<String, String> environment) {
        CaptureFilter wanted = filter == null ? CaptureFilter.EVERYTHING : CaptureFilter.of(filter);
        if (target != null) {
            FileNameText.path(target); // which refuses in words what Java cannot open
        }
        return new CaptureOptions(
                target,
                new Content(plain, snapLength, wanted),
                secrets,
                keyLog(environment),
                ring,
                most,
                force ? IfPresent.REPLACE : IfPresent.REFUSE);
    }

    private @Nullable Path keyLog(Map<String, String> environment) {
        String common = environment.getOrDefault(COMMON_KEY_LOG, "");
        return keyLog != null || !allowKeyLog || common.isEmpty() ? keyLog : FileNameText.path(common);
    }
}
