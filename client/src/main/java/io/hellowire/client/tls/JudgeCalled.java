package io.hellowire.client.tls;

import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import javax.net.ssl.SSLEngine;

/**
 * Stands behind TLS for as long as it takes to say who judges the server: added in one go with TLS, it comes after the
 * hello has been made and before anything can be read.
 */
final class JudgeCalled extends ChannelHandlerAdapter {

    private final SSLEngine engine;
    private final PeerVerifier verifier;

    JudgeCalled(SSLEngine engine, PeerVerifier verifier) {
        this.engine = engine;
        this.verifier = verifier;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        PeerTrust.bind(engine, verifier);
        ctx.pipeline().remove(this);
    }
}
