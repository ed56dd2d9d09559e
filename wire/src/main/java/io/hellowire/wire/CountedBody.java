package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A body with a length that is known beforehand, zero for none. */
final class CountedBody extends BodyReader {

    private final long length;

    CountedBody(long length) {
        this.length = length;
    }

    @Override
    public @Nullable ByteBuf read(ByteBuf in) {
        return takeContent(in, length - bytesRead());
    }

    @Override
    public boolean isComplete() {
        return bytesRead() == length;
    }

    @Override
    public boolean endOfInput() {
        return isComplete();
    }

    @Override
    public String progress() {
        return bytesRead() + " of " + length + " bytes";
    }
}
