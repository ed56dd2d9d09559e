package io.hellowire.capture.secrets;

import io.netty.channel.ChannelHandler;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/** The secrets of the JDK's own TLS, read out of its engine, which has no key log. */
final class JdkSecrets implements SecretSource {

    private final JdkEngineFields fields;

    private JdkSecrets(JdkEngineFields fields) {
        this.fields = fields;
    }

    static JdkSecrets available() throws SecretsUnavailableException {
        return new JdkSecrets(JdkEngineFields.open());
    }

    @Override
    public String description() {
        return "the JDK's TLS engine, read by reflection";
    }

    @Override
    public ChannelHandler watch(SSLEngine engine, Consumer<KeyLogLine> secrets) {
        return new JdkEngineWatch(fields.of(engine), engine, secrets);
    }
}
