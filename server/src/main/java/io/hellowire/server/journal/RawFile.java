package io.hellowire.server.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way to a file of its own.
 *
 * @param home the lane it came by
 * @param path where it goes; what is there is replaced
 * @param head as received, but for what the user wants hidden
 * @param body as received
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record RawFile(Lane home, Path path, byte[] head, byte[] body) implements JournalWriter.Job {

    private static final Logger LOGGER = LoggerFactory.getLogger(RawFile.class);

    int size() {
        return head.length + body.length;
    }

    /** Writes it; that it cannot be written is said and costs this file only. */
    void write() {
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write(head);
            out.write(body);
        } catch (IOException e) {
            LOGGER.warn("{}: cannot be written: {}", path, e.getMessage());
        }
        home.written(size());
    }
}
