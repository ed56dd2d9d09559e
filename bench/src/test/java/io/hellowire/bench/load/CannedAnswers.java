package io.hellowire.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that gives every request the same answer; if that is empty it closes the connection instead. */
final class CannedAnswers implements AutoCloseable {

    private final ServerSocket listener;
    private final byte[] answer;
    private final AtomicInteger asked = new AtomicInteger();

    private CannedAnswers(ServerSocket listener, String answer) {
        this.listener = listener;
        this.answer = answer.getBytes(ISO_8859_1);
    }

    static CannedAnswers repeating(String answer) throws IOException {
        CannedAnswers server = new CannedAnswers(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), answer);
        daemon(server::accept);
        return server;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "canned-answers");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    int asked() {
        return asked.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> answer(socket));
            }
        } catch (IOException e) {
            // Closed: this is how the thread ends.
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    asked.incrementAndGet();
                    if (answer.length == 0) {
                        return;
                    }
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (IOException e) {
            // The client is gone: this is how the thread ends.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
