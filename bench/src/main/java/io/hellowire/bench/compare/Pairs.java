package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures two contestants in turns, A B A B and so on. What else the machine does meanwhile hits both of a pair alike,
 * so the ratio within a pair holds where the numbers themselves do not.
 */
final class Pairs {

    private Pairs() {}

    /**
     * Measures.
     *
     * @param ours stays up from one peer to the next, so that it is warmed up once
     * @param other is up while it is measured
     */
    static Row of(Work work, Contestant ours, Peer other) throws IOException {
        List<Sample> our = new ArrayList<>();
        List<Sample> theirs = new ArrayList<>();
        try (Contestant theirContestant = work.preparation().of(other)) {
            for (int i = 0; i < work.pairs(); i++) {
                our.add(ours.sample());
                theirs.add(theirContestant.sample());
            }
        }
        return new Row(work.name(), work.unit(), other.name(), our, theirs);
    }
}
