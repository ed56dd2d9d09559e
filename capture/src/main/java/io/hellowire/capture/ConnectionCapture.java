package io.hellowire.capture;

import io.hellowire.capture.packet.Conversation;
import io.hellowire.capture.packet.Flow;
import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.packet.Side;
import io.hellowire.capture.secrets.KeyLogLine;
import io.hellowire.capture.secrets.SecretSource;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is captured of one connection. Its handlers go into the pipeline in this order, from the socket on: {@link #outside}
 * first of all; {@link #secrets} directly in front of TLS; {@link #inside} directly behind it.
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

    /** The tap at the socket: it sees what an eavesdropper sees. */
    public ChannelHandler outside() {
        return new OutsideTap(this);
    }

    /**
     * What listens for the secrets of TLS.
     *
     * @param tls the handler of TLS; its handshake must not have begun
     * @param source of the context that made it
     */
    public ChannelHandler secrets(SslHandler tls, SecretSource source) {
        return source.watch(tls.engine(), this::tellSecret);
    }

    /** The tap inside TLS; it only passes on if the inside is not wanted. */
    public ChannelHandler inside() {
        return new InsideTap(this);
    }

    void openOutside(OutsideTap tap, Channel channel, long askedNanos) {
        if (!capture.capturesPackets()) {
            return;
        }
        if (!(channel.localAddress() instanceof InetSocketAddress local)
                || !(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            if (isUnix(channel.localAddress()) || isUnix(channel.remoteAddress())) {
                capture.passOver();
            }
            return;
        }
        if (!capture.accepts(local, remote)) {
            return;
        }
        isCaptured = true;
        Conversation conversation = new Conversation(new Flow(CaptureSection.WIRE, local, remote), this::tell);
        tap.listen(conversation);
        long now = Clock.nowNanos();
        conversation.open(initiator, askedNanos == 0 ? now : askedNanos, now, comment);
    }

    /** A connection that is over already has no address at all. */
    private static boolean isUnix(@Nullable SocketAddress address) {
        return address != null && !(address instanceof InetSocketAddress);
    }

    void openInside(InsideTap tap, Channel channel) {
        if (!isCaptured || !capture.capturesInside()) {
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
