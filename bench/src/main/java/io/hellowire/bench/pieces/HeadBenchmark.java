package io.hellowire.bench.pieces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.bench.load.RequestSize;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.Http1RequestHead;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a request head to the head: by our reader, and by Netty's decoder. */
@State(Scope.Thread)
public class HeadBenchmark {

    /** Which client's head. */
    @Param({"CURL", "BROWSER"})
    public RequestSize size = RequestSize.CURL;

    private final HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
    private final OpenDecoder decoder = new OpenDecoder();
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

    /** Puts the head where a socket would have put it. */
    @Setup
    public void receive() {
        bytes = Unpooled.directBuffer().writeBytes(size.head().getBytes(ISO_8859_1));
    }

    /** Ours. */
    @Benchmark
    public @Nullable Http1RequestHead hellowire() throws MalformedMessageException {
        return reader.read(bytes.readerIndex(0));
    }

    /** Netty's. */
    @Benchmark
    public int netty() throws Exception {
        return decoder.decode(bytes.readerIndex(0));
    }

    /** Netty's decoder without a pipeline around it, as ours is. */
    private static final class OpenDecoder extends HttpRequestDecoder {

        private final List<Object> messages = new ArrayList<>();

        int decode(ByteBuf in) throws Exception {
            messages.clear();
            while (in.isReadable()) {
                decode(null, in, messages); // the context is for protocol upgrades only
            }
            return messages.size();
        }
    }
}
