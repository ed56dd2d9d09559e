package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Reads a stream to its end on a thread of its own, so that the program never waits for us. */
final class Collected {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Collected(InputStream stream) {
        reader = new Thread(() -> copy(stream), "program-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void copy(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                synchronized (bytes) {
                    bytes.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // The program was killed: what it printed until then is what there is.
        }
    }

    String text() {
        synchronized (bytes) {
            return bytes.toString(UTF_8);
        }
    }

    boolean isAtEnd() {
        return !reader.isAlive();
    }

    byte[] all() throws InterruptedException {
        reader.join(TimeUnit.SECONDS.toMillis(10));
        synchronized (bytes) {
            return bytes.toByteArray();
        }
    }
}
