package io.hellowire.wire.capture;

import io.hellowire.wire.capture.packet.Conversation;
import io.hellowire.wire.capture.packet.Flow;
import io.hellowire.wire.capture.packet.Segment;
import io.hellowire.wire.capture.packet.Side;
import io.hellowire.wire.capture.secrets.KeyLogLine;
import io.hellowire.wire.capture.secrets.SecretSource;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is captured of one connection. Its handlers go into the pipeline in this order, from the socket on: {@link #addOutside
 * outside}, the handler of TLS with {@link #addSecrets secrets} in front and {@link #addInside inside} behind it.
 *
 * <p>A packet received is held back until TLS has worked on it, and so is what is answered meanwhile, because the secrets that
 * open both may come of it, and a reader of the capture needs the secret first.
 */
public final class ConnectionCapture {

    /** More than a handshake takes: beyond it, nothing that is held back waits for a secret. */
    private static final int MOST_HELD_BYTES = 256 * 1024;

    private final Capture capture;
    private final Side initiator;
    private final String comment;
    private final Queue<Segment> held = new ArrayDeque<>();
    private int heldBytes;
    private boolean isHolding;
    private boolean isCaptured;

    ConnectionCapture(Capture capture, Side initiator, String comment) {
        this.capture = capture;
        this.initiator = initiator;
        this.comment = comment;
    }

    /** Adds the tap at the socket, to be first in the pipeline; nothing if only secrets are wanted. */
    public void addOutside(ChannelPipeline pipeline) {
        if (capture.capturesPackets()) {
            pipeline.addLast("capture", new OutsideTap(this));
        }
    }

    /**
     * Adds what listens for secrets directly behind the last handler so far; nothing if none are wanted.
     *
     * @param tls the handler that will be added next; its handshake must not have begun
     * @param source of the context that made it, or {@code null} if none are wanted
     */
    public void addSecrets(ChannelPipeline pipeline, SslHandler tls, @Nullable SecretSource source) {
        if (source != null) {
            pipeline.addLast("secrets", source.watch(tls.engine(), this::tellSecret));
        }
    }

    /** Adds the tap inside TLS, directly behind the handler of TLS; nothing if it is not wanted. */
    public void addInside(ChannelPipeline pipeline) {
        if (capture.capturesInside()) {
            pipeline.addLast("capture-inside", new InsideTap(this));
        }
    }

    void openOutside(OutsideTap tap, Channel channel, long askedNanos) {
        if (!(channel.localAddress() instanceof InetSocketAddress local)
                || !(channel.remoteAddress() instanceof InetSocketAddress remote)
                || !capture.accepts(local, remote)) {
            return;
        }
        isCaptured = true;
        Conversation conversation = new Conversation(new Flow(CaptureSection.WIRE, local, remote), this::tell);
        tap.listen(conversation);
        long now = Clock.nowNanos();
        conversation.open(initiator, askedNanos == 0 ? now : askedNanos, now, comment);
    }

    void openInside(InsideTap tap, Channel channel) {
        if (!isCaptured) {
            return;
        }
        Side server = initiator.other();
        InetSocketAddress local = InsideAddress.of((InetSocketAddress) channel.localAddress(), Side.LOCAL, server);
        InetSocketAddress remote = InsideAddress.of((InetSocketAddress) channel.remoteAddress(), Side.REMOTE, server);
        Conversation conversation = new Conversation(new Flow(CaptureSection.INSIDE, local, remote), this::tell);
        tap.listen(conversation);
        long now = Clock.nowNanos();
        conversation.open(initiator, now, now, "inside TLS of: " + comment);
    }

    void hold() {
        isHolding = true;
    }

    /** What was held back goes its way. */
    void letGo() {
        isHolding = false;
        heldBytes = 0;
        for (Segment segment = held.poll(); segment != null; segment = held.poll()) {
            capture.accept(segment);
        }
    }

    private void tell(Segment segment) {
        if (!isHolding) {
            capture.accept(segment);
            return;
        }
        held.add(segment);
        heldBytes += segment.payload().length;
        if (heldBytes > MOST_HELD_BYTES) {
            letGo();
        }
    }

    private void tellSecret(KeyLogLine line) {
        capture.acceptSecret(line, isCaptured);
    }
}
