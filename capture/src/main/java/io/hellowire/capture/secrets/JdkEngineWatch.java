package io.hellowire.capture.secrets;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Looks into one engine of the JDK whenever something passes, and whenever the engine asks a question of its own in the
 * middle of a handshake, and tells each secret as soon as it is there. The engine forgets the handshake secrets of TLS 1.3
 * within the one step that makes them; only such a question comes in between.
 */
final class JdkEngineWatch extends ChannelDuplexHandler {

    private final JdkEngineFields.State state;
    private final boolean isClient;
    private final Consumer<KeyLogLine> secrets;
    private final Set<String> told = new HashSet<>();
    private byte @Nullable [] clientRandom;
    private byte @Nullable [] handshakeWrite;
    private byte @Nullable [] handshakeRead;
    private boolean isOver;

    JdkEngineWatch(JdkEngineFields.State state, SSLEngine engine, Consumer<KeyLogLine> secrets) {
        this.state = state;
        this.isClient = engine.getUseClientMode();
        this.secrets = secrets;
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setAlgorithmConstraints(new AskedConstraints(parameters.getAlgorithmConstraints(), this::look));
        engine.setSSLParameters(parameters);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(message);
        look();
        if (isOver && !ctx.isRemoved()) {
            ctx.pipeline().remove(this);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        look();
        ctx.write(message, promise);
    }

    private void look() {
        JdkEngineFields.Handshake handshake = state.handshake();
        if (handshake == null) {
            lookAtResult();
            return;
        }
        clientRandom = handshake.clientRandom();
        if (handshake.isTls13()) {
            lookAtHandshake(handshake);
        } else {
            tell(KeyLogLine.TLS12_MASTER, handshake.masterSecret());
        }
    }

    /** The base secrets are those of the handshake at first, and later those of the application data. */
    private void lookAtHandshake(JdkEngineFields.Handshake handshake) {
        byte[] read = handshake.readSecret();
        byte[] write = handshake.writeSecret();
        if (read == null || write == null) {
            return;
        }
        if (handshakeRead == null) {
            handshakeRead = read;
            handshakeWrite = write;
            tell(isClient ? KeyLogLine.SERVER_HANDSHAKE : KeyLogLine.CLIENT_HANDSHAKE, read);
            tell(isClient ? KeyLogLine.CLIENT_HANDSHAKE : KeyLogLine.SERVER_HANDSHAKE, write);
        }
        if (!Arrays.equals(write, handshakeWrite)) {
            tell(isClient ? KeyLogLine.CLIENT_TRAFFIC : KeyLogLine.SERVER_TRAFFIC, write);
        }
        if (!Arrays.equals(read, handshakeRead)) {
            tell(isClient ? KeyLogLine.SERVER_TRAFFIC : KeyLogLine.CLIENT_TRAFFIC, read);
        }
    }

    /** Between handshakes: there was none yet, or it is over. */
    private void lookAtResult() {
        if (handshakeRead != null) {
            tell(isClient ? KeyLogLine.SERVER_TRAFFIC : KeyLogLine.CLIENT_TRAFFIC, state.trafficRead());
            tell(isClient ? KeyLogLine.CLIENT_TRAFFIC : KeyLogLine.SERVER_TRAFFIC, state.trafficWrite());
        } else {
            tell(KeyLogLine.TLS12_MASTER, state.masterSecret());
        }
        isOver = !told.isEmpty();
    }

    private void tell(String label, byte @Nullable [] secret) {
        byte[] random = clientRandom;
        if (random != null && secret != null && told.add(label)) {
            secrets.accept(KeyLogLine.of(label, random, secret));
        }
    }
}
