package io.hellowire.bench.pieces;

import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Greeting;
import io.hellowire.server.exchange.Shape;
import io.hellowire.server.http1.Http1AnswerBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writes a whole answer. */
@State(Scope.Thread)
public class AnswerBenchmark {

    private final Http1AnswerBytes encoder = new Http1AnswerBytes();
    private final Greeting greeting = Greeting.from("Hellowire");
    private final ByteBuf out = Unpooled.directBuffer(512);
    private long number = 1_000_000;

    /** The next greeting. */
    @Benchmark
    public int greeting() {
        encoder.write(new Answer.Counted(greeting, number++, Shape.PLAIN), out.clear());
        return out.readableBytes();
    }
}
