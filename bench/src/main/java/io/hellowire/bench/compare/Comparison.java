package io.hellowire.bench.compare;

import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Peers;
import io.hellowire.bench.process.Cores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final Effort effort;
    private final List<Work> works;
    private final Path root;

    /**
     * Prepares all works; nothing runs yet.
     *
     * @param effort how thoroughly
     * @param root the root of the built project
     */
    public Comparison(Effort effort, Path root) {
        this.effort = effort;
        this.works = new Works(Cores.ofThisMachine(), effort).all();
        this.root = root;
    }

    /** The names of all works, in the order of the table. */
    public List<String> workNames() {
        return works.stream().map(Work::name).toList();
    }

    /** The names of the peers that this machine has. */
    public List<String> peerNames() {
        return others().stream().filter(Peer::isPresent).map(Peer::name).toList();
    }

    /**
     * Runs them. What fails is told, and the others go on.
     *
     * @param chosenWorks their names
     * @param chosenPeers their names
     */
    public void run(Set<String> chosenWorks, Set<String> chosenPeers, Progress progress) throws IOException {
        for (Work work : works) {
            List<Peer> peers = others().stream()
                    .filter(peer -> chosenPeers.contains(peer.name()) && fits(work, peer))
                    .toList();
            if (chosenWorks.contains(work.name()) && !peers.isEmpty()) {
                run(work, peers, progress);
            }
        }
    }

    private void run(Work work, List<Peer> peers, Progress progress) throws IOException {
        try (Contestant ours = work.preparation().of(ours(work))) {
            for (Peer peer : peers) {
                run(work, ours, peer, progress);
            }
        } catch (IllegalStateException e) {
            progress.failed(work.name(), "every peer", e.getMessage());
        }
    }

    private void run(Work work, Contestant ours, Peer peer, Progress progress) throws IOException {
        try {
            progress.done(new Pairs(effort.pairs()).of(work, ours, peer));
        } catch (IllegalStateException e) {
            progress.failed(work.name(), peer.name(), e.getMessage());
        }
    }

    private Peer ours(Work work) {
        return switch (work.field()) {
            case SERVERS -> Peers.hellowire(root.resolve("server/target/hellowire-server.jar"));
            case CLIENTS -> Peers.hellowireClient(root.resolve("client/target/hellowire-client.jar"));
        };
    }

    private static boolean fits(Work work, Peer peer) {
        return peer.name().equals(Peers.curl().name()) == (work.field() == Work.Field.CLIENTS);
    }

    private static List<Peer> others() {
        List<Peer> others = new ArrayList<>(Peers.others());
        others.add(Peers.curl());
        return others;
    }
}
