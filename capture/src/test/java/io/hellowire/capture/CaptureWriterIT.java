package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.capture.packet.Flow;
import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.packet.Segment.Tcp;
import io.hellowire.capture.packet.Side;
import io.hellowire.capture.packet.TcpFlags;
import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture into a pipe whose reader is slow or goes away, and one that fails by our own fault. */
class CaptureWriterIT {

    private static final int SEGMENTS = 5000;
    private static final Flow FLOW = flow(CaptureSection.WIRE);
    private static final long MOST_BYTES = 256 * 1024;

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void dropsWholePacketsOverItsBoundAndCountsThem() throws Exception {
        Path pipe = pipe();
        Path copy = folder.resolve("copy.pcapng");
        CompletableFuture<InputStream> reading = CompletableFuture.supplyAsync(() -> open(pipe));
        CaptureWriter writer = writer(pipe);
        writer.start();

        tellAll(writer);
        CompletableFuture<Void> copied = reading.thenAcceptAsync(in -> copy(in, copy));
        writer.close();
        copied.get();

        CaptureContents contents = CaptureReader.read(copy, 16);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(contents.totals().dropped()).isPositive();
        assertThat(contents.totals().packets() + contents.totals().dropped()).isEqualTo(SEGMENTS);
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("dropping packets");
        assertThat(said.get(1)).contains(contents.totals().dropped() + " packets dropped");
        assertThat(writer.hasFailed()).isFalse();
    }

    @Test
    void countsWhatIsLostWhenItsReaderGoesAway() throws Exception {
        Path pipe = pipe();
        CompletableFuture<InputStream> reading = CompletableFuture.supplyAsync(() -> open(pipe));
        CaptureWriter writer = writer(pipe);
        writer.start();
        reading.get().close();

        tellAll(writer);
        writer.close();

        assertThat(said)
                .contains("capture to " + pipe + ": Broken pipe, so it ends here after 0 packets; everything else"
                        + " goes on");
        assertThat(said.get(said.size() - 1))
                .isEqualTo("capture to " + pipe + ": " + SEGMENTS + " packets dropped, 0 written");
        assertThat(writer.hasFailed()).isTrue();
    }

    @Test
    void endsWhereItHoldsAsMuchAsItMay() throws Exception {
        Path file = folder.resolve("a.pcapng");
        CaptureWriter writer = writer(file, 100_000L);
        writer.start();
        tellAll(writer);
        writer.close();

        CaptureContents contents = CaptureReader.read(file, 16);
        assertThat(Files.size(file)).isBetween(90_000L, 100_500L);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(contents.totals().packets() + contents.totals().dropped()).isEqualTo(SEGMENTS);
        assertThat(said)
                .contains("capture to " + file + ": it may hold 100000 bytes, as --capture-max says, so it ends here"
                        + " after " + contents.totals().packets() + " packets; everything else goes on")
                .last()
                .asString()
                .contains(contents.totals().dropped() + " packets dropped");
    }

    @Test
    void doesNotFailUnnoticedByOurOwnFault() throws Exception {
        CaptureWriter writer = writer(folder.resolve("a.pcapng"));
        List<Throwable> shown = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> shown.add(thrown));
        try {
            writer.start();
            writer.accept(segment(flow(CaptureSection.INTERFACES), 0)); // an interface that there is not
            writer.close();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }

        assertThat(shown).hasSize(1).hasOnlyElementsOfType(IndexOutOfBoundsException.class);
        assertThat(said)
                .anyMatch(line ->
                        line.contains("unexpected java.lang.") && line.contains("so it ends here after 0 packets"));
        assertThat(CaptureReader.read(folder.resolve("a.pcapng"), 16).totals().packets())
                .isZero();
    }

    private Path pipe() {
        Path pipe = folder.resolve("pipe");
        Program.named("mkfifo").succeed(pipe.toString());
        return pipe;
    }

    private CaptureWriter writer(Path to) {
        return writer(to, null);
    }

    private CaptureWriter writer(Path to, @Nullable Long most) {
        CaptureOptions options = new CaptureOptions(
                to.toString(),
                new CaptureOptions.Content(false, 0, CaptureFilter.EVERYTHING),
                Secrets.NONE,
                null,
                null,
                most,
                CaptureOptions.IfPresent.REFUSE);
        return new CaptureWriter(
                new CaptureFiles(options, to.toString()),
                new CaptureSection(options, "test"),
                new Backlog(MOST_BYTES),
                Duration.ofMinutes(1),
                said::add);
    }

    private static Flow flow(int interfaceId) {
        return new Flow(interfaceId, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 5000));
    }

    private static void tellAll(CaptureWriter writer) {
        for (int i = 0; i < SEGMENTS; i++) {
            writer.accept(segment(FLOW, i));
        }
    }

    private static Segment segment(Flow flow, int number) {
        return new Segment(flow, Side.LOCAL, new Tcp(TcpFlags.ACK, number * 1000, 0), new byte[1000], number, null);
    }

    private static InputStream open(Path pipe) {
        try {
            return Files.newInputStream(pipe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream in, Path to) {
        try (in) {
            Files.copy(in, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
