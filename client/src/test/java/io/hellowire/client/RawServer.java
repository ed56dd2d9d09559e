package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.certs.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server on the loopback interface that does exactly what a test tells it, right or wrong. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final boolean waits;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket listener, boolean waits, Script script) {
        this.waits = waits;
        this.listener = listener;
        this.script = script;
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a script for each connection. */
    static RawServer running(Script script) throws IOException {
        return new RawServer(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")), true, script);
    }

    /** Sends these bytes, given as Latin-1, and waits for none, as what speaks another protocol may do. */
    static RawServer saying(String bytes) throws IOException {
        return new RawServer(
                new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")),
                false,
                (socket, in, out) -> out.write(bytes.getBytes(ISO_8859_1)));
    }

    /** The same inside TLS. */
    static RawServer runningInTls(Identity identity, Script script) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", identity.key(), new char[0], new Certificate[] {identity.certificate()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, new char[0]);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        return new RawServer(tls.getServerSocketFactory().createServerSocket(0, 10, loopback), true, script);
    }

    /** Reads a request head, then sends these bytes, given as Latin-1, and closes. */
    static RawServer answering(String response) throws IOException {
        return running((socket, in, out) -> out.write(response.getBytes(ISO_8859_1)));
    }

    /** Answers the first connection with the first response, and so on; the last one from then on. */
    public static RawServer answeringInTurn(String... responses) throws IOException {
        int[] next = {0};
        return running((socket, in, out) -> {
            out.write(responses[Math.min(next[0]++, responses.length - 1)].getBytes(ISO_8859_1));
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The heads of the requests that came. */
    public List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(10_000);
                if (waits) {
                    requests.add(head(socket.getInputStream()));
                }
                script.serve(socket, socket.getInputStream(), socket.getOutputStream());
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // the client, or the end of the test, closed it
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.indexOf("\n\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** What happens after the request head was read; afterwards the connection is closed in order. */
    @FunctionalInterface
    interface Script {
        void serve(Socket socket, InputStream in, OutputStream out) throws IOException;
    }
}
