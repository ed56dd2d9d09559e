package io.hellowire.bench.load;

import io.hellowire.bench.peer.Server;
import java.io.IOException;
import java.time.Duration;

/** Keeps a server busy for a while. */
public interface Load {

    /**
     * Runs once.
     *
     * @param slice how long; a load that runs in whole seconds may take up to one more
     * @throws IllegalStateException if the server fails to answer as it should
     */
    Served run(Server server, Duration slice) throws IOException;

    /** What makes a server ready for it. */
    default Load warmUp() {
        return this;
    }

    /**
     * What the server did meanwhile.
     *
     * @param count the answers that arrived, or handshakes that succeeded
     * @param wall how long it took
     */
    record Served(long count, Duration wall) {

        /** How many a second. */
        public double perSecond() {
            return count / (wall.toNanos() / 1e9);
        }
    }
}
