package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/** A plain socket that sends exactly these bytes and reads what comes, as programs on small devices do. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static Wire to(int port) throws IOException {
        return new Wire(new Socket("127.0.0.1", port));
    }

    /** As above, behind TLS of this version, whatever the certificate. */
    static Wire toTls(int port, String version) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) Everyone.trusted().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return new Wire(socket);
    }

    /** Sends this and returns all that comes until the other side closes. */
    static String exchange(int port, String request) throws IOException {
        try (Wire wire = to(port)) {
            wire.send(request);
            return wire.readToEnd();
        }
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes with a reset, as a program that is killed does. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Reads until this text has come, and returns all up to its end. */
    String readUntil(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (text.indexOf(end) < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed after: " + text + " (expected: " + end + ")");
            }
            text.append((char) b);
        }
        return text.toString();
    }

    /** The other side's name for this socket. */
    String name() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
