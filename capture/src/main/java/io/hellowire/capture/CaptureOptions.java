package io.hellowire.capture;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is captured of the wire and where it goes: read from the command line once and never changed.
 *
 * @param target the capture file, {@code -} for standard output, or {@code null} to capture no packets
 * @param content which part of the wire is in it
 * @param secrets what happens to the secrets that open TLS
 * @param keyLog the key log file, or {@code null}: none, or beside the capture file if {@code secrets} is {@code FILE}
 * @param ring how many files of which size are kept, or {@code null} for one file of any size
 * @param mostBytes where it ends, since the file holds so much; {@code null} for nowhere
 * @param ifPresent what becomes of a capture file that is there already; a ring keeps its own count of them
 */
public record CaptureOptions(
        @Nullable String target,
        Content content,
        Secrets secrets,
        @Nullable Path keyLog,
        @Nullable CaptureRing ring,
        @Nullable Long mostBytes,
        IfPresent ifPresent) {

    /** Nothing is captured. */
    public static final CaptureOptions NONE =
            new CaptureOptions(null, false, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);

    /** The target that means standard output. */
    public static final String STANDARD_OUTPUT = "-";

    /** What happens to the secrets that open the captured TLS connections. */
    public enum Secrets {
        /** They stay in memory. */
        NONE,
        /** They are put into the capture, before the packets they open. */
        EMBED,
        /** They are put into a key log file. */
        FILE
    }

    /** What happens if a file of the capture's name is there already. */
    public enum IfPresent {
        /** It stays, and nothing is captured. */
        REFUSE,
        /** It is deleted first. */
        REPLACE
    }

    /**
     * Which part of the wire is captured.
     *
     * @param plain whether a second interface shows the same streams inside TLS
     * @param snapLength how many bytes of each packet are kept at most; 0 for all
     * @param filter which connections are captured
     */
    public record Content(boolean plain, int snapLength, CaptureFilter filter) {

        /** An IP and a TCP header with options, below which a packet says nothing. */
        private static final int LEAST_SNAP_LENGTH = 68;

        public Content {
            if (snapLength != 0 && snapLength < LEAST_SNAP_LENGTH) {
                throw new IllegalArgumentException("capture snap length: " + snapLength
                        + " (expected: 0 for all, or at least " + LEAST_SNAP_LENGTH + ")");
            }
        }
    }

    private static final long LEAST_MOST_BYTES = 64 * 1024;

    public CaptureOptions {
        if (target != null && target.isEmpty()) {
            throw new IllegalArgumentException("capture: empty (expected: a file or - for standard output)");
        }
        if (mostBytes != null && (ring != null || mostBytes < LEAST_MOST_BYTES)) {
            throw new IllegalArgumentException("capture max: " + mostBytes + " bytes"
                    + (ring == null ? " (expected: at least 64K)" : " and a ring (expected: one of them)"));
        }
        if (target == null) {
            requireCapture(content.plain, "plain text");
            requireCapture(secrets == Secrets.EMBED, "embedded secrets");
            requireCapture(secrets == Secrets.FILE && keyLog == null, "secrets in a file");
            requireCapture(ring != null, "a ring");
            requireCapture(mostBytes != null, "a most that it may hold");
            requireCapture(content.snapLength != 0, "a snap length");
            requireCapture(content.filter != CaptureFilter.EVERYTHING, "a filter");
            requireCapture(ifPresent == IfPresent.REPLACE, "one to replace");
        }
        if (STANDARD_OUTPUT.equals(target)) {
            if (ring != null) {
                throw new IllegalArgumentException("capture: a ring on standard output (expected: a file)");
            }
            if (secrets == Secrets.FILE && keyLog == null) {
                throw new IllegalArgumentException(
                        "secrets: file, but the capture goes to standard output (expected: a key log file as well)");
            }
        }
    }

    /** The same into a file that is not there yet. */
    public CaptureOptions(
            @Nullable String target,
            boolean plain,
            Secrets secrets,
            @Nullable Path keyLog,
            @Nullable CaptureRing ring,
            int snapLength,
            CaptureFilter filter) {
        this(target, new Content(plain, snapLength, filter), secrets, keyLog, ring, null, IfPresent.REFUSE);
    }

    private static void requireCapture(boolean asked, String what) {
        if (asked) {
            throw new IllegalArgumentException("capture: none, but " + what + " (expected: a file to capture to)");
        }
    }

    /** Whether there is anything to do at all. */
    public boolean isOn() {
        return target != null || keyLog != null;
    }

    /** Whether the capture goes to standard output, which must then carry nothing else. */
    public boolean usesStandardOutput() {
        return STANDARD_OUTPUT.equals(target);
    }

    /** Whether what is captured must stay with its owner. */
    boolean isConfidential() {
        return content.plain || secrets == Secrets.EMBED;
    }

    boolean wantsSecrets() {
        return secrets != Secrets.NONE || keyLog != null;
    }

    /** The key log to write, or {@code null} for none. */
    @Nullable
    Path keyLogFile() {
        if (keyLog != null || secrets != Secrets.FILE || target == null) {
            return keyLog;
        }
        return Path.of(target.replaceFirst("\\.pcapng$", "") + ".keys");
    }
}
