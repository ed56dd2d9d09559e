package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.certs.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that sends a page over TLS and then drops the connection below it, without a word of TLS. */
final class TruncatingTlsServer implements AutoCloseable {

    private final ServerSocket listener;
    private final SSLContext context;
    private final byte[] answer;

    /** Sends a page without a length. */
    TruncatingTlsServer(Identity identity) throws IOException, GeneralSecurityException {
        this(identity, "HTTP/1.1 200 OK\r\n\r\nhalf of a pa".getBytes(ISO_8859_1));
    }

    /** Sends this. */
    TruncatingTlsServer(Identity identity, byte[] answer) throws IOException, GeneralSecurityException {
        this.answer = answer.clone();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "truncating-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        try (Socket below = listener.accept()) {
            SSLSocket above = (SSLSocket) context.getSocketFactory().createSocket(below, null, false);
            above.getInputStream().read(new byte[4096]);
            above.getOutputStream().write(answer);
            below.shutdownOutput();
            below.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the client was done
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
