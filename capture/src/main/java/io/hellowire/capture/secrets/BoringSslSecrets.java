package io.hellowire.capture.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.internal.tcnative.SSLContext;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/**
 * The secrets that BoringSSL tells its key log callback. There is one callback for a context; the native connection that it
 * names leads to the one who watches it.
 */
final class BoringSslSecrets implements SecretSource {

    private final Map<Long, Consumer<KeyLogLine>> watched = new ConcurrentHashMap<>();

    private BoringSslSecrets() {}

    static BoringSslSecrets of(ReferenceCountedOpenSslContext context) throws SecretsUnavailableException {
        BoringSslSecrets secrets = new BoringSslSecrets();
        if (!SSLContext.setKeyLogCallback(nativeContext(context), secrets::tell)) {
            throw new SecretsUnavailableException(
                    "the native TLS library has no key log", "BoringSSL, or the JDK provider");
        }
        return secrets;
    }

    /**
     * The callback wants tcnative's own structure. The public accessors give OpenSSL's structure inside it, and the JVM
     * crashes on that one.
     */
    private static long nativeContext(ReferenceCountedOpenSslContext context) throws SecretsUnavailableException {
        try {
            Field field = ReferenceCountedOpenSslContext.class.getDeclaredField("ctx");
            field.setAccessible(true);
            return field.getLong(context);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new SecretsUnavailableException(
                    "this Netty keeps its native TLS context elsewhere", "Netty 4.2, or the JDK provider", e);
        }
    }

    @Override
    public String description() {
        return "BoringSSL's key log";
    }

    @Override
    public ChannelHandler watch(SSLEngine engine, Consumer<KeyLogLine> secrets) {
        return new Watch(((ReferenceCountedOpenSslEngine) engine).sslPointer(), secrets);
    }

    private void tell(long connection, byte[] text) {
        Consumer<KeyLogLine> secrets = watched.get(connection);
        KeyLogLine line = KeyLogLine.parse(new String(text, US_ASCII));
        if (secrets != null && line != null) {
            secrets.accept(line);
        }
    }

    /** Is known under the connection's native address for as long as it is in a pipeline. */
    private final class Watch extends ChannelHandlerAdapter {

        private final long connection;
        private final Consumer<KeyLogLine> secrets;

        Watch(long connection, Consumer<KeyLogLine> secrets) {
            this.connection = connection;
            this.secrets = secrets;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            watched.put(connection, secrets);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext ctx) {
            watched.remove(connection, secrets); // the address may be another connection's by now
        }
    }
}
