package io.hellowire.wire.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearMessagesTest {

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void readsWhatAClientOffers(int size) throws GeneralSecurityException, SSLException {
        byte[] sent = sentByJava();
        ClearMessages records = new ClearMessages();
        for (int i = 0; i < sent.length; i += size) {
            read(records, Arrays.copyOfRange(sent, i, Math.min(i + size, sent.length)));
        }
        byte[] message = records.first();
        assertThat(message).isNotNull();
        ClientHello hello = ClientHello.read(message);
        assertThat(hello).isNotNull();
        assertThat(hello.serverName()).isEqualTo("example.test");
        assertThat(hello.offer().versionNames()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(hello.offer().protocols()).containsExactly("h2", "http/1.1");
        assertThat(hello.offer().suiteNames()).contains("TLS_AES_128_GCM_SHA256");
        assertThat(records.received()).isEqualTo(sent.length);
    }

    @Test
    void survivesEveryCutAndManyChanges() throws GeneralSecurityException, SSLException {
        byte[] sent = sentByJava();
        byte[] message = Arrays.copyOfRange(sent, 5, sent.length);
        for (int i = 4; i < message.length; i++) {
            assertThat(ClientHello.read(Arrays.copyOf(message, i))).isNotNull();
        }
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            byte[] changed = message.clone();
            changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt();
            assertThat(ClientHello.read(changed)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void hearsAnAlertInTheClear(int size) {
        byte[] sent = {20, 3, 3, 0, 1, 1, 21, 3, 3, 0, 2, 2, 48};
        ClearMessages records = new ClearMessages();
        for (int i = 0; i < sent.length; i += size) {
            read(records, Arrays.copyOfRange(sent, i, Math.min(i + size, sent.length)));
        }
        assertThat(records.alert()).isEqualTo(48);
        assertThat(TlsAlert.fromClient(48))
                .isEqualTo("unknown_ca(48): it does not trust the issuer of our certificate");
    }

    @Test
    void takesAnEncryptedAlertForNone() {
        ClearMessages records = new ClearMessages();
        read(records, new byte[] {21, 3, 3, 0, 4, 1, 2, 3, 4});
        assertThat(records.alert()).isNull();
    }

    @Test
    void waitsForNoHelloWhereAnotherMessageBegins() {
        ClearMessages records = new ClearMessages();
        assertThat(records.isHelloOnItsWay()).isTrue();
        read(records, new byte[] {22, 3, 1, 0, 16});
        assertThat(records.isHelloOnItsWay()).isTrue();
        read(records, new byte[] {2});
        assertThat(records.isHelloOnItsWay()).isFalse();
    }

    private static void read(ClearMessages records, byte[] bytes) {
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        records.read(in);
        in.release();
    }

    private static byte[] sentByJava() throws GeneralSecurityException, SSLException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("example.test", 443);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        engine.setSSLParameters(parameters);
        ByteBuffer out = ByteBuffer.allocate(20_000);
        engine.wrap(ByteBuffer.allocate(0), out);
        return Arrays.copyOf(out.array(), out.position());
    }
}
