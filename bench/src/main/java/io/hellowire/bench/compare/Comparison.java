package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.process.Cores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the works, each against each peer, and leaves out the peers that this machine does not have. */
public final class Comparison {

    /** Is told what comes of it, row by row. */
    public interface Progress {

        /** A row is there. */
        void done(Row row) throws IOException;

        /** A contestant could not be started, or did not do as it should. */
        void failed(String work, String peer, @Nullable String reason);
    }

    private final List<Work> works;

    /**
     * Prepares all works; nothing runs yet.
     *
     * @param effort how thoroughly
     * @param root the root of the built project
     */
    public Comparison(Effort effort, Path root) throws IOException {
        this(new Works(Cores.ofThisMachine(), effort, root).all());
    }

    Comparison(List<Work> works) {
        this.works = List.copyOf(works);
    }

    /** The names of all works, in the order of the table. */
    public List<String> workNames() {
        return works.stream().map(Work::name).toList();
    }

    /** The names of the peers that this machine has. */
    public List<String> peerNames() {
        return works.stream()
                .flatMap(work -> work.field().others().stream())
                .filter(Peer::isPresent)
                .map(Peer::name)
                .distinct()
                .toList();
    }

    /** The names of the peers that a work is measured against if nobody asks for others. */
    public List<String> usualPeerNames(String workName) {
        return works.stream()
                .filter(work -> work.name().equals(workName))
                .flatMap(work -> work.field().chosen(null).stream())
                .map(Peer::name)
                .toList();
    }

    /**
     * Runs them. What fails is told, and the others go on.
     *
     * @param chosenWorks their names
     * @param chosenPeers their names, {@code null} for those that each work usually has
     */
    public void run(Set<String> chosenWorks, @Nullable Set<String> chosenPeers, Progress progress) throws IOException {
        for (Work work : works) {
            List<Peer> peers = work.field().chosen(chosenPeers);
            if (chosenWorks.contains(work.name()) && !peers.isEmpty()) {
                run(work, peers, progress);
            }
        }
    }

    private void run(Work work, List<Peer> peers, Progress progress) throws IOException {
        Contestant ours;
        try {
            ours = work.preparation().of(work.field().ours());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            progress.failed(work.name(), "every peer", e.getMessage());
            return;
        }
        try (ours) {
            for (Peer peer : peers) {
                run(work, ours, peer, progress);
            }
        }
    }

    private void run(Work work, Contestant ours, Peer peer, Progress progress) throws IOException {
        Row row;
        try {
            row = Pairs.of(work, ours, peer);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            progress.failed(work.name(), peer.name(), e.getMessage());
            return;
        }
        progress.done(row); // what fails here is our own table, and nothing is worth measuring without it
    }
}
