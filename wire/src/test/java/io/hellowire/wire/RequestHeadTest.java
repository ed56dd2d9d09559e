package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestHeadTest {

    @Test
    void keepsCaseAndSpacesAsReceived() throws MalformedMessageException {
        RequestHead head = read("GET /a?b HTTP/1.1\r\nhOsT:example.test  \r\nX:\t \r\nX: \\ \u00e9\r\n\r\n");

        assertThat(head.method()).isEqualTo("GET");
        assertThat(head.target()).isEqualTo("/a?b");
        assertThat(head.version()).isEqualTo("HTTP/1.1");
        assertThat(head.fields())
                .containsExactly(
                        new FieldLine("hOsT", "example.test", "hOsT:example.test  "),
                        new FieldLine("X", "", "X:\t "),
                        new FieldLine("X", "\\ \u00e9", "X: \\ \u00e9"));
        assertThat(head.oddities()).isEmpty();
    }

    private static RequestHead read(String text) throws MalformedMessageException {
        ByteBuf in = Unpooled.copiedBuffer(text, ISO_8859_1);
        RequestHead head =
                Objects.requireNonNull(HeadReader.ofRequests(HeadLimits.DEFAULT).read(in));
        assertThat(in.isReadable()).isFalse();
        assertThat(head.bytes()).isEqualTo(text.getBytes(ISO_8859_1));
        in.release();
        return head;
    }
}
