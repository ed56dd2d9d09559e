package io.hellowire.client.exchange;

import io.hellowire.wire.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Keeps the first bytes of the content for the report, and forgets the rest. */
final class ContentSample implements BodySink {

    private final int limit;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();

    /** @param limit how many bytes to keep at most */
    ContentSample(int limit) {
        this.limit = limit;
    }

    @Override
    public void begin(ResponseHead head, @Nullable Long lengthBytes) {
        first.reset();
    }

    @Override
    public void take(ByteBuffer bytes) {
        byte[] kept = new byte[Math.min(bytes.remaining(), limit - first.size())];
        bytes.get(kept);
        first.writeBytes(kept);
    }

    /** What was kept. */
    byte[] bytes() {
        return first.toByteArray();
    }
}
