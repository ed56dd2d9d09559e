package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import java.io.IOException;

/**
 * Something that is done by ours and by others, and measured.
 *
 * @param name what {@code --work} takes
 * @param unit of the cost, such as {@code us CPU/request}
 * @param field who takes part
 * @param preparation makes a contestant
 */
record Work(String name, String unit, Field field, Preparation preparation) {

    /** Who takes part. */
    enum Field {
        /** Our server and the others. */
        SERVERS,
        /** Our client and curl. */
        CLIENTS
    }

    /** Makes a contestant of a program. */
    interface Preparation {
        Contestant of(Peer peer) throws IOException;
    }
}
