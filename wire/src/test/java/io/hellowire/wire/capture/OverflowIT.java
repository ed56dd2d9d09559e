package io.hellowire.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.wire.capture.CaptureOptions.Secrets;
import io.hellowire.wire.capture.packet.Flow;
import io.hellowire.wire.capture.packet.Segment;
import io.hellowire.wire.capture.packet.Side;
import io.hellowire.wire.capture.packet.TcpFlags;
import io.hellowire.wire.capture.reading.CaptureContents;
import io.hellowire.wire.capture.reading.CaptureReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture into a pipe that nobody reads for a while. */
class OverflowIT {

    private static final int SEGMENTS = 5000;
    private static final long MOST_BYTES = 256 * 1024;

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void dropsWholePacketsOverItsBoundAndCountsThem() throws Exception {
        Path pipe = folder.resolve("pipe");
        Path copy = folder.resolve("copy.pcapng");
        Program.named("mkfifo").succeed(pipe.toString());
        CompletableFuture<InputStream> reading = CompletableFuture.supplyAsync(() -> open(pipe));
        CaptureOptions options =
                new CaptureOptions(pipe.toString(), false, Secrets.NONE, null, null, 0, CaptureFilter.EVERYTHING);
        CaptureWriter writer = new CaptureWriter(
                new CaptureFiles(options, pipe.toString()),
                new CaptureSection(options, "test"),
                new Backlog(MOST_BYTES),
                said::add);
        writer.start();

        Flow flow = new Flow(0, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 5000));
        for (int i = 0; i < SEGMENTS; i++) {
            writer.accept(new Segment(flow, Side.LOCAL, TcpFlags.ACK, i * 1000, 0, new byte[1000], i, null));
        }
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
