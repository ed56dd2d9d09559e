package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A body that lasts until the connection ends. */
final class EndlessBody extends BodyReader {

    private boolean ended;

    @Override
    public @Nullable ByteBuf read(ByteBuf in) {
        return takeContent(in, Long.MAX_VALUE);
    }

    @Override
    public boolean isComplete() {
        return ended;
    }

    @Override
    public boolean endOfInput() {
        ended = true;
        return true;
    }

    @Override
    public String progress() {
        return bytesRead() + " bytes";
    }
}
