package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.Capture;
import io.hellowire.capture.CaptureFilter;
import io.hellowire.capture.CaptureOptions;
import io.hellowire.capture.CaptureOptions.Secrets;
import io.hellowire.server.connection.Port;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.journal.Journal;
import io.hellowire.server.tls.TlsContexts;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerPipelineTest {

    /** The begin of a record with a message that is no ClientHello, for which nothing more is waited for. */
    private static final byte[] NO_HELLO = {22, 3, 1, 0, 16, 2};

    @TempDir
    private Path directory;

    @Test
    void hasNoTraceOfACaptureUnlessAsked() throws Exception {
        assertThat(handlers(Port.HTTP, null))
                .containsExactly("connection-end", "lingering-close", "requests", "answers", "exchange", "failures");
        assertThat(handlers(Port.HTTPS, null))
                .containsExactly(
                        "connection-end",
                        "lingering-close",
                        "unfinished-record",
                        "handshake-tap",
                        "tls",
                        "handshake",
                        "failures");
    }

    @Test
    void capturesOnBothSidesOfTls() throws Exception {
        CaptureOptions options = new CaptureOptions(
                directory.resolve("a.pcapng").toString(), true, Secrets.EMBED, null, null, 0, CaptureFilter.EVERYTHING);
        try (Capture capture = Capture.start(options, "test", line -> {})) {
            assertThat(handlers(Port.HTTP, capture))
                    .containsExactly(
                            "capture",
                            "connection-end",
                            "lingering-close",
                            "requests",
                            "answers",
                            "exchange",
                            "failures");
            assertThat(handlers(Port.HTTPS, capture))
                    .containsExactly(
                            "capture",
                            "connection-end",
                            "lingering-close",
                            "unfinished-record",
                            "handshake-tap",
                            "secrets",
                            "tls",
                            "capture-inside",
                            "handshake",
                            "failures");
        }
    }

    private List<String> handlers(Port port, @Nullable Capture capture) throws Exception {
        ServerOptions options = TestServer.options(directory, directory.resolve("journal"));
        Journal journal = Journal.open(options.journal(), 1, () -> {});
        try (TlsContexts tls = TlsContexts.open(options.tls(), Duration.ofHours(1), capture)) {
            ServerResources service = new ServerResources(options, Counter.from(0), journal, capture);
            EmbeddedChannel channel = new EmbeddedChannel(new ServerPipeline(port, service, tls));
            if (port == Port.HTTPS) {
                channel.writeInbound(Unpooled.wrappedBuffer(NO_HELLO));
            }
            List<String> names = List.copyOf(channel.pipeline().toMap().keySet());
            channel.pipeline().remove("lingering-close"); // it would wait for a peer that is not there
            channel.finishAndReleaseAll();
            tls.stopWatching();
            return names;
        } finally {
            journal.finish(Duration.ofMillis(1)); // nothing is in it, and nobody runs an embedded channel's loop
        }
    }
}
