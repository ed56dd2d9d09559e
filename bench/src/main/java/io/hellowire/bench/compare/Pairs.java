package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures two contestants in turns, A B A B and so on. What else the machine does meanwhile hits both of a pair alike,
 * so the ratio within a pair holds where the numbers themselves do not.
 *
 * @param count how many pairs
 */
record Pairs(int count) {

    Row of(Work work, Peer our, Peer other) throws IOException {
        List<Sample> ours = new ArrayList<>();
        List<Sample> theirs = new ArrayList<>();
        try (Contestant a = work.preparation().of(our);
                Contestant b = work.preparation().of(other)) {
            for (int i = 0; i < count; i++) {
                ours.add(a.sample());
                theirs.add(b.sample());
            }
        }
        return new Row(work.name(), work.unit(), other.name(), ours, theirs);
    }
}
