package io.hellowire.server.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One request on its way to a file of its own.
 *
 * @param path where it goes; what is there is replaced
 * @param head as received, but for what the user wants hidden
 * @param body as received
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record RawFile(Path path, byte[] head, byte[] body) {

    int size() {
        return head.length + body.length;
    }

    /** Writes it whole or not at all. */
    void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(head);
            out.write(body);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }
}
