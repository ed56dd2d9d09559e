package io.hellowire.server.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.exchange.BodyFile;
import io.hellowire.server.exchange.RequestLimits;
import io.hellowire.server.exchange.RequestLimits.RawBodies;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.Http1RequestHead;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawBodyTest {

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String CHUNKS = ("1000\r\n" + "0;X-Key:".repeat(512) + "\r\n").repeat(50);
    private static final String END = "0\r\nX-Key: secret\r\n\r\n";
    private static final int MUCH = 4096;

    private final List<String> written = new ArrayList<>();

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 7, 1000, 4096, 70_000, 1_000_000})
    void goesToItsFileButForWhatMayHaveToBeHidden(int size) throws MalformedMessageException {
        IncomingBody body = read(CHUNKS + END, size);
        String rest = new String(body.summary().raw(), ISO_8859_1);
        assertThat((String.join("", written) + rest).equals(CHUNKS + END)).isTrue();
        assertThat(body.isComplete()).isTrue();
        assertThat(rest).endsWith("\r\n" + END);
        assertThat(written).isNotEmpty().allMatch(piece -> piece.matches("(?s).*[^\r\n]"));
    }

    @Test
    void isHeldOnlyALittle() throws MalformedMessageException {
        IncomingBody body = read(CHUNKS, MUCH);
        assertThat(body.heldBytes()).isLessThan(64 * 1024 + 2 * MUCH);
    }

    private IncomingBody read(String sent, int size) throws MalformedMessageException {
        RequestLimits limits = new RequestLimits(HeadLimits.DEFAULT, 1 << 20, 0, RawBodies.KEPT);
        IncomingBody body = new IncomingBody(head(), limits, head -> new Recorded());
        ByteBuf in = Unpooled.copiedBuffer(sent, ISO_8859_1);
        while (in.isReadable()) {
            body.read(in.readSlice(Math.min(size, in.readableBytes())));
        }
        return body;
    }

    private static Http1RequestHead head() throws MalformedMessageException {
        Http1RequestHead head = HeadReader.ofRequests(HeadLimits.DEFAULT).read(Unpooled.copiedBuffer(HEAD, ISO_8859_1));
        assertThat(head).isNotNull();
        return head;
    }

    private final class Recorded implements BodyFile {

        @Override
        public void write(byte[] bytes) {
            written.add(new String(bytes, ISO_8859_1));
        }

        @Override
        public void discard() {
            throw new AssertionError("nobody asked for that");
        }
    }
}
