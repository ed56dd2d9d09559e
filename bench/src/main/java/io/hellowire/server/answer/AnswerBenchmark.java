package io.hellowire.server.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writes a whole answer; in this package, since the encoder's methods are nobody else's. */
@State(Scope.Thread)
public class AnswerBenchmark {

    private final AnswerEncoder encoder = new AnswerEncoder(Greeting.from("Hellowire"));
    private final ByteBuf out = Unpooled.directBuffer(512);
    private long number = 1_000_000;

    /** The next greeting. */
    @Benchmark
    public int greeting() {
        return encoder.greet(number++, Shape.PLAIN, out.clear());
    }
}
