package io.hellowire.capture.secrets;

import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.handler.ssl.SslContext;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/** Where the secrets of TLS connections come from: the engine that makes them, one source for each context. */
public sealed interface SecretSource permits BoringSslSecrets, JdkSecrets {

    /**
     * Finds the source for a context; to be called before the context makes its first engine.
     *
     * @throws SecretsUnavailableException if its engine does not give them away here
     */
    static SecretSource of(SslContext context) throws SecretsUnavailableException {
        if (context instanceof ReferenceCountedOpenSslContext boringSsl) {
            return BoringSslSecrets.of(boringSsl);
        }
        return JdkSecrets.available();
    }

    /** The source in words, for people. */
    String description();

    /**
     * Watches one connection. The handler belongs directly in front of the one that does TLS, on the socket's side, and
     * must be there before the handshake begins. Each secret is told before the packet that needs it passes in either
     * direction, or, for a packet received, before the call that passed it on returns.
     *
     * @param engine the connection's own, made by the context this source is for
     * @param secrets is told each secret, on the connection's event loop
     */
    ChannelHandler watch(SSLEngine engine, Consumer<KeyLogLine> secrets);
}
