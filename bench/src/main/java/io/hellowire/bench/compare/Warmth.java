package io.hellowire.bench.compare;

import io.hellowire.bench.load.Load;
import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.CpuTime;
import java.io.IOException;
import java.time.Duration;

/**
 * When a server counts as warm: after some CPU time under its load, which a busy machine does not shorten, and as soon
 * as its JIT compiler rests; but at the latest when our patience ends.
 *
 * @param compiled the CPU time that a JVM gets at least
 * @param other the CPU time that any other program gets: its code is as fast as it will be, only its pools fill
 * @param patience the longest by the clock
 */
record Warmth(Duration compiled, Duration other, Duration patience) {

    /** The part of the CPU time that a JIT compiler may still take at rest. */
    private static final double COMPILING_AT_REST = 0.03;

    static Warmth full() {
        return new Warmth(Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofMinutes(2));
    }

    static Warmth quick() {
        return new Warmth(Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    /** Keeps a new server busy until it is warm; closes it if that fails. */
    void reach(Server server, Load load, Duration slice) throws IOException {
        CpuTime start = server.process().cpu();
        long end = System.nanoTime() + patience.toNanos();
        boolean warm = false;
        try {
            while (!warm && System.nanoTime() < end) {
                boolean rests = compilerRestsDuring(server, load, slice);
                warm = rests
                        && server.process().cpu().microsecondsSince(start)
                                >= wanted(server).toNanos() / 1e3;
            }
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static boolean compilerRestsDuring(Server server, Load load, Duration slice) throws IOException {
        Child process = server.process();
        CpuTime before = process.cpu();
        CpuTime compiledBefore = process.compiling();
        load.run(server, slice);
        return process.compiling().microsecondsSince(compiledBefore)
                <= COMPILING_AT_REST * process.cpu().microsecondsSince(before);
    }

    private Duration wanted(Server server) {
        return server.process().compiling().equals(CpuTime.NONE) ? other : compiled;
    }
}
