package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a work.
 *
 * @param ours the one that is measured
 * @param others all that it can be measured against
 * @param usual the names of those that it is measured against if nobody asks for others: a whole run takes half an hour
 */
record Field(Peer ours, List<Peer> others, Set<String> usual) {

    Field {
        others = List.copyOf(others);
        usual = Set.copyOf(usual);
    }

    /** Ours against each of them. */
    static Field of(Peer ours, List<Peer> others) {
        return new Field(
                ours, others, Set.copyOf(others.stream().map(Peer::name).toList()));
    }

    /** The same, usually against this one only. */
    Field usuallyAgainst(String name) {
        return new Field(ours, others, Set.of(name));
    }

    /**
     * Those that are on this machine.
     *
     * @param names whom somebody asked for, {@code null} for the usual ones
     */
    List<Peer> chosen(@Nullable Set<String> names) {
        Set<String> wanted = names == null ? usual : names;
        return others.stream()
                .filter(peer -> wanted.contains(peer.name()) && peer.isPresent())
                .toList();
    }
}
