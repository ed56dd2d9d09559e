package io.hellowire.bench.pieces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.bench.load.RequestSize;
import io.hellowire.wire.text.Printable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Makes a browser's head printable: its lines as they are, which is nearly always, and all of it escaped. */
@State(Scope.Thread)
public class PrintableBenchmark {

    private final byte[] plain = RequestSize.BROWSER.head().getBytes(ISO_8859_1);
    private final byte[] hostile = new byte[plain.length];
    private final byte[] out = new byte[plain.length * Printable.LONGEST_ESCAPE];

    /** What browsers send. */
    @Benchmark
    public int plain() {
        return Printable.escape(plain, 0, plain.length, out, 0);
    }

    /** What somebody sends who wants to hurt: as many bytes, each of which needs escaping. */
    @Benchmark
    public int hostile() {
        return Printable.escape(hostile, 0, hostile.length, out, 0);
    }
}
