package io.hellowire.server.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.GoingAway;
import io.hellowire.server.connection.LingeringClose;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.connection.TimeUp;
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.RateLimit;
import io.hellowire.server.journal.RecordedEntries;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way a handshake can end, without a socket. */
class HandshakeHandlerTest {

    @TempDir
    private Path directory;

    private final EmbeddedChannel server = new EmbeddedChannel();
    private final RecordedEntries journal = new RecordedEntries();
    private final Connection connection =
            new Connections(ConnectionLimits.DEFAULT).open(server, Port.HTTPS, Peer.of(server));
    private final List<String> agreed = new ArrayList<>();
    private int plainText;
    private TlsContexts contexts;

    @BeforeEach
    void open() throws IOException {
        contexts = TlsContexts.open(TlsOptions.with(CertificateSource.automatic(directory)), Duration.ofHours(1), null);
        HandshakeTap tap = new HandshakeTap(connection, contexts, this::secure, this::plainText);
        RateLimit failures = new RateLimit(journal.journal(server.eventLoop()), server.eventLoop(), "handshakes");
        server.pipeline()
                .addLast(new LingeringClose(connection))
                .addLast("tap", tap)
                .addLast(
                        "handshake",
                        new HandshakeHandler(connection, tap, failures, protocol -> agreed.add("" + protocol)));
    }

    private void secure(TlsContexts.Handler handler) {
        server.pipeline().addBefore("handshake", "tls", handler.tls());
    }

    private void plainText() {
        plainText++;
        server.pipeline().remove("tap");
    }

    @AfterEach
    void close() {
        if (server.isOpen()) {
            server.pipeline().remove(LingeringClose.class); // it would wait for a peer that is not there
        }
        server.finishAndReleaseAll();
        contexts.close();
    }

    @Test
    void saysWhatWasAgreedOn() throws IOException {
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.HANDSHAKE);
        EmbeddedChannel client = new EmbeddedChannel(SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build()
                .newHandler(server.alloc(), "example.test", 443));
        exchange(client);
        assertThat(agreed).containsExactly("null");
        assertThat(connection.tls()).isNotNull().satisfies(tls -> {
            assertThat(tls.version()).isEqualTo("TLSv1.3");
            assertThat(tls.serverName()).isEqualTo("example.test");
        });
        assertThat(connection.lifecycle().awaited()).isEqualTo(Awaited.REQUEST);
        assertThat(journal.entries()).isEmpty();
        client.pipeline().remove(SslHandler.class);
        client.finishAndReleaseAll();
    }

    private void exchange(EmbeddedChannel client) {
        boolean moved = true;
        while (moved || agreed.isEmpty()) {
            moved = move(client, server) | move(server, client);
            client.runPendingTasks();
            server.runPendingTasks();
        }
    }

    private static boolean move(EmbeddedChannel from, EmbeddedChannel to) {
        boolean moved = false;
        for (ByteBuf bytes = from.readOutbound(); bytes != null; bytes = from.readOutbound()) {
            moved = true;
            to.writeInbound(bytes);
        }
        return moved;
    }

    @Test
    void whatIsNoTlsIsOneFailure() {
        receive(new byte[] {(byte) 0x80, 1, 2, 3, 4, 5, 6, 7});
        server.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(failure().reason()).isEqualTo("what came is not TLS");
        assertThat(failure().receivedBytes()).isEqualTo(8);
        assertThat(connection.lifecycle().awaited()).isNotEqualTo(Awaited.HANDSHAKE);
    }

    @Test
    void aPeerThatLeavesInTheMiddleIsAFailure() {
        receive(new byte[] {0x16, 3, 1, 0, 80, 1});
        server.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(failure().reason()).contains("closed the connection");
        assertThat(agreed).isEmpty();
    }

    @Test
    void aPeerThatSaysNothingIsNone() {
        server.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(journal.entries()).isEmpty();
        assertThat(connection.lifecycle().awaited()).isNotEqualTo(Awaited.HANDSHAKE);
    }

    @Test
    void aPeerThatTakesTooLongIsAFailureEvenIfItSaidNothing() {
        server.pipeline().fireUserEventTriggered(new TimeUp(Awaited.HANDSHAKE, Duration.ofSeconds(3)));
        assertThat(failure().reason()).isEqualTo("not finished within 3000 ms");
        assertThat(connection.lifecycle().awaited()).isNotEqualTo(Awaited.HANDSHAKE);
    }

    @Test
    void aServerThatGoesIsNobodysFailure() {
        receive(new byte[] {0x16, 3, 1, 0, 80, 1});
        server.pipeline().fireUserEventTriggered(GoingAway.SOON);
        assertThat(journal.entries()).isEmpty();
        assertThat(connection.lifecycle().awaited()).isNotEqualTo(Awaited.HANDSHAKE);
    }

    @Test
    void textIsHandedOverAsItCame() {
        receive("GET / HTTP/1.1\r\n".getBytes(US_ASCII));
        assertThat(plainText).isEqualTo(1);
        ByteBuf text = server.readInbound();
        assertThat(text.toString(US_ASCII)).isEqualTo("GET / HTTP/1.1\r\n");
        text.release();
        assertThat(journal.entries()).isEmpty();
    }

    private Entry.HandshakeFailed failure() {
        assertThat(journal.entries()).hasSize(1);
        return (Entry.HandshakeFailed) journal.entries().get(0);
    }

    private void receive(byte[] bytes) {
        server.writeInbound(Unpooled.wrappedBuffer(bytes));
    }
}
