package io.hellowire.server;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.http1.Http1AnswerBytes;
import io.hellowire.server.journal.Entry;
import io.hellowire.server.journal.LoopJournal;
import io.hellowire.server.journal.RateLimit;

/**
 * What one event loop has for itself to serve its connections with.
 *
 * @param journal takes the entries
 * @param failedHandshakes takes those of failed handshakes
 * @param turnedAway takes those of connections turned away
 * @param cutOff takes those of connections cut off
 * @param http1 writes answers as HTTP/1
 */
record LoopResources(
        LoopJournal journal,
        RateLimit failedHandshakes,
        RateLimit turnedAway,
        RateLimit cutOff,
        Http1AnswerBytes http1) {

    void cutOff(Connection connection, String reason) {
        cutOff.add(new Entry.CutOff(connection, reason, System.currentTimeMillis()));
    }
}
