package io.hellowire.bench.compare;

import io.hellowire.bench.peer.KeyKind;
import io.hellowire.bench.peer.Peer;
import io.hellowire.bench.peer.Peers;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.peer.Site;
import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Cores;
import io.hellowire.bench.process.CpuTime;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A client that fetches one big file and drops it: the CPU time of the whole process, its start included, for each GiB;
 * and how many MiB a second, and the most memory that it held.
 * The file is sparse and sent by the kernel, so the server is not what one waits for.
 */
final class Fetch implements Contestant {

    private static final double MIB_PER_GIB = 1024;

    private final Server server;
    private final List<String> command;
    private final int mebibytes;

    private Fetch(Server server, List<String> command, int mebibytes) {
        this.server = server;
        this.command = command;
        this.mebibytes = mebibytes;
    }

    /** Starts the file server on the loading core; the client gets the measured one. */
    static Fetch by(Peer client, Cores cores, int mebibytes) throws IOException {
        Server server = server(cores, mebibytes);
        return new Fetch(server, cores.measured(client.commandIn(server.site())), mebibytes);
    }

    /** Starts a server of {@code big}, of that size, and {@code small}. */
    static Server server(Cores cores, int mebibytes) throws IOException {
        Site site = Peers.files().settle(KeyKind.EC_P256);
        Path files = Files.createDirectory(site.folder().resolve("files"));
        Files.writeString(files.resolve("small"), "hello\n");
        try (RandomAccessFile big = new RandomAccessFile(files.resolve("big").toFile(), "rw")) {
            big.setLength(mebibytes * 1024L * 1024);
        }
        return Server.start(site, cores.loading(Peers.files().commandIn(site)));
    }

    @Override
    public Sample sample() {
        CpuTime before = CpuTime.ofEndedChildren();
        long start = System.nanoTime();
        long peakKiB = Child.runAndWatch(command);
        double seconds = (System.nanoTime() - start) / 1e9;
        double milliseconds = CpuTime.ofEndedChildren().microsecondsSince(before) / 1e3;
        return new Sample(milliseconds * MIB_PER_GIB / mebibytes, mebibytes / seconds, peakKiB);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
