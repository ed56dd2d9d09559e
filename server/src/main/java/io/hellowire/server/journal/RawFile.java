package io.hellowire.server.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a file of its own.
 *
 * @param path where it goes; what is there is replaced
 * @param beginning holds the head and most of the body already; {@code null} if nothing does
 * @param head as received, but for what the user wants hidden; empty if the beginning holds it
 * @param body as received, but for what the beginning holds
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record RawFile(Path path, @Nullable GrowingFile beginning, byte[] head, byte[] body) {

    int size() {
        return head.length + body.length;
    }

    /** Writes it whole or not at all. */
    void write() throws IOException {
        if (beginning != null) {
            beginning.finish(path, body);
            return;
        }
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(head);
            out.write(body);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }
}
