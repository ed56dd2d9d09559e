package io.hellowire.server.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One request on its way to a file of its own.
 *
 * @param path where it goes; what is there is replaced
 * @param beginning what there is of it already
 * @param head as received, but for what the user wants hidden; empty if the beginning holds it
 * @param body as received, but for what the beginning holds
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record RawFile(Path path, GrowingFile beginning, byte[] head, byte[] body) {

    int size() {
        return head.length + body.length;
    }

    /** Writes it whole or not at all. */
    void write() throws IOException {
        beginning.finish(path, head, body);
    }
}
