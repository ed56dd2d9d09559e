package io.hellowire.server.answer;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.journal.Entry;
import org.jspecify.annotations.Nullable;

/** Knows after which request no other is taken, for the entry about what is sent all the same. */
final class EndOfRequests {

    private @Nullable LastRequest answered;
    private boolean refused;

    /** This one is answered, and is the last. */
    void after(LastRequest request) {
        answered = request;
    }

    /** One was refused. */
    void afterRefusal() {
        refused = true;
    }

    /** The entry about what came after it. */
    Entry entry(Connection connection) {
        return new Entry.AfterEnd(connection, words(connection), refused, System.currentTimeMillis());
    }

    private String words(Connection connection) {
        if (refused) {
            return "what was refused: no request is taken after it (RFC 9112 section 9.6)";
        }
        return answered == null || connection.surplus().beginsLikeARequest()
                ? "the last request that was answered: the connection ends with its answer (RFC 9112 section 9.6)"
                : answered.words();
    }
}
