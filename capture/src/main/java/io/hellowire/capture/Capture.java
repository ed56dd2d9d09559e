package io.hellowire.capture;

import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.packet.Side;
import io.hellowire.capture.pcapng.CaptureFileException;
import io.hellowire.capture.secrets.KeyLogLine;
import io.hellowire.capture.secrets.SecretSource;
import io.hellowire.capture.secrets.SecretsUnavailableException;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A capture that goes on: what crosses the sockets of this program, written as a file that Wireshark opens, with or without
 * the secrets that open TLS. Where nothing is captured there is no such object, and nothing in any pipeline.
 */
public final class Capture implements AutoCloseable {

    private static final long LEAST_WAITING_BYTES = 8 << 20;
    private static final long MOST_WAITING_BYTES = 64 << 20;
    private static final Duration CLOSING_TIME = Duration.ofSeconds(5);
    private static final String WRITABLE = "a file to write to";

    private final CaptureOptions options;
    private final @Nullable CaptureWriter writer;
    private final @Nullable KeyLogFile keyLog;
    private final Consumer<String> diagnostics;
    private final AtomicBoolean hasPassedOver = new AtomicBoolean();

    private Capture(
            CaptureOptions options,
            @Nullable CaptureWriter writer,
            @Nullable KeyLogFile keyLog,
            Consumer<String> diagnostics) {
        this.options = options;
        this.writer = writer;
        this.keyLog = keyLog;
        this.diagnostics = diagnostics;
    }

    /**
     * Opens the files and starts to write.
     *
     * @param options what to capture; {@link CaptureOptions#isOn() on}
     * @param application the program that captures, with its version, for the file's header
     * @param diagnostics is told, in one line, what the user should know while it goes on; called from any thread
     * @throws IOException if a file cannot be opened; its message names the file
     */
    public static Capture start(CaptureOptions options, String application, Consumer<String> diagnostics)
            throws IOException {
        Capture capture = prepare(options, application, diagnostics);
        try {
            capture.begin();
            return capture;
        } catch (IOException e) {
            capture.close();
            throw e;
        }
    }

    /**
     * Prepares a capture, but leaves its file alone until it {@link #begin begins}; what is captured before then waits.
     *
     * @throws IOException if the key log cannot be opened; its message names the file
     */
    public static Capture prepare(CaptureOptions options, String application, Consumer<String> diagnostics)
            throws IOException {
        Path keyLogFile = options.keyLogFile();
        try {
            KeyLogFile keyLog = keyLogFile == null ? null : KeyLogFile.open(keyLogFile, diagnostics);
            return new Capture(options, writer(options, application, diagnostics), keyLog, diagnostics);
        } catch (FileSystemException e) {
            throw CaptureFileException.notWritten(Path.of(e.getFile()), e, WRITABLE);
        }
    }

    private static @Nullable CaptureWriter writer(
            CaptureOptions options, String application, Consumer<String> diagnostics) {
        String target = options.target();
        return target == null
                ? null
                : new CaptureWriter(
                        new CaptureFiles(options, target),
                        new CaptureSection(options, application),
                        new Backlog(mostWaitingBytes()),
                        CLOSING_TIME,
                        diagnostics);
    }

    /**
     * Opens the file and starts to write.
     *
     * @throws IOException if it cannot be written, or is there and not to be replaced; the message names it
     */
    public void begin() throws IOException {
        if (writer == null) {
            return;
        }
        try {
            writer.start();
        } catch (FileAlreadyExistsException e) {
            throw new CaptureFileException(
                    Path.of(e.getFile()), "is already there", "a new name, or --force to replace it");
        } catch (FileSystemException e) {
            throw CaptureFileException.notWritten(Path.of(e.getFile()), e, WRITABLE);
        } catch (IOException e) {
            throw CaptureFileException.notWritten(Path.of(String.valueOf(target())), e, WRITABLE);
        }
    }

    private static long mostWaitingBytes() {
        long share = Runtime.getRuntime().maxMemory() / 8;
        return Math.max(LEAST_WAITING_BYTES, Math.min(MOST_WAITING_BYTES, share));
    }

    /**
     * Finds out where the secrets of a context's connections come from; to be called before its first connection.
     *
     * @return {@code null} if no secrets are wanted
     * @throws SecretsUnavailableException if they are wanted but cannot be had
     */
    public @Nullable SecretSource secretsOf(SslContext context) throws SecretsUnavailableException {
        return options.wantsSecrets() ? SecretSource.of(context) : null;
    }

    /** The capture of a connection that another asked us for, as a server. */
    public ConnectionCapture accepted(String comment) {
        return new ConnectionCapture(this, Side.REMOTE, comment);
    }

    /** The capture of a connection that we ask another for, as a client. */
    public ConnectionCapture asked(String comment) {
        return new ConnectionCapture(this, Side.LOCAL, comment);
    }

    /** What goes on, in lines for people: where it goes, and who should not get hold of it. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        String target = target();
        if (target != null) {
            lines.add("capturing to " + target + (options.isConfidential() ? ", readable: keep it to yourself" : ""));
        }
        Path file = options.keyLogFile();
        if (file != null) {
            lines.add("writing TLS secrets to " + file + ": keep it to yourself");
        }
        return lines;
    }

    /** How much went where, in words, for sure once it is closed; {@code null} if no packets were captured. */
    public @Nullable String outcome() {
        if (writer == null) {
            return null;
        }
        long packets = writer.packetsWritten();
        return packets + (packets == 1 ? " packet" : " packets") + " to " + files();
    }

    private String files() {
        CaptureRing ring = options.ring();
        return target() + (ring == null ? "" : ", of which the newest " + ring.files() + " files are kept");
    }

    private @Nullable String target() {
        return options.usesStandardOutput() ? "standard output" : options.target();
    }

    boolean capturesPackets() {
        return writer != null;
    }

    boolean capturesInside() {
        return writer != null && options.content().plain();
    }

    boolean accepts(InetSocketAddress local, InetSocketAddress remote) {
        return options.content().filter().accepts(local, remote);
    }

    /** A connection without IP addresses crosses no wire: made-up ones would show an eavesdropper where none can be. */
    void passOver() {
        if (hasPassedOver.compareAndSet(false, true)) {
            diagnostics.accept("capture to " + target() + ": connections over a Unix socket are not in it, because they"
                    + " cross no wire (expected: IP addresses)");
        }
    }

    void accept(Segment segment) {
        if (writer != null) {
            writer.accept(segment);
        }
    }

    /** A secret goes into the key log in any case, but into the capture only with its connection. */
    void acceptSecret(KeyLogLine line, boolean isCaptured) {
        if (keyLog != null) {
            keyLog.accept(line);
        }
        if (writer != null && isCaptured && options.secrets() == CaptureOptions.Secrets.EMBED) {
            writer.acceptSecret(line);
        }
    }

    /** Whether the capture or the key log, or a part of it, could not be written; known for sure when it is closed. */
    public boolean hasFailed() {
        return (writer != null && writer.hasFailed()) || (keyLog != null && keyLog.hasFailed());
    }

    /** Writes what waits, for a few seconds at most, and closes the files. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        if (keyLog != null) {
            keyLog.close();
        }
    }
}
