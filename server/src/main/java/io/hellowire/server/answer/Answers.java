package io.hellowire.server.answer;

import io.hellowire.server.connection.Connections;
import io.hellowire.server.counter.Counter;
import io.hellowire.server.journal.LoopJournal;
import io.hellowire.wire.RequestHead;

/**
 * What all connections of one event loop answer with.
 *
 * @param counter gives the numbers
 * @param options what is answered
 * @param encoder writes the bytes; it belongs to the event loop
 * @param lane takes the records; it belongs to the event loop
 * @param connections knows whether the server is going
 */
public record Answers(
        Counter counter, AnswerOptions options, AnswerEncoder encoder, LoopJournal lane, Connections connections) {

    public Answers(Counter counter, AnswerOptions options, LoopJournal lane, Connections connections) {
        this(counter, options, new AnswerEncoder(options.greeting()), lane, connections);
    }

    boolean isHealthCheck(RequestHead head) {
        String path = options.healthPath();
        return path != null && head.targetIs(path) && (head.methodIs("GET") || head.methodIs("HEAD"));
    }

    /** Whether the peer expects the connection to end after the answer to this request. */
    static boolean isLastForPeer(RequestHead head) {
        return head.isHttp10() || !head.isPersistent();
    }

    /** Whether we end the connection after the answer to its request with this number. */
    boolean endAfter(long onConnection) {
        Integer most = options.requestsPerConnection();
        return connections.isGoingAway() || (most != null && onConnection >= most);
    }
}
