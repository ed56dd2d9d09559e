package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import java.io.IOException;

/**
 * Something that is done by ours and by others, and measured.
 *
 * @param name what {@code --work} takes
 * @param unit of the cost, such as {@code us CPU/request}
 * @param field who takes part
 * @param pairs how many pairs of samples are taken against each
 * @param preparation makes a contestant
 */
record Work(String name, String unit, Field field, int pairs, Preparation preparation) {

    /** Makes a contestant of a program. */
    interface Preparation {
        Contestant of(Peer peer) throws IOException;
    }
}
