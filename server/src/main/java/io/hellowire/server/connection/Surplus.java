package io.hellowire.server.connection;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * What a peer sends after the last request that its connection takes: counted, and of it the first bytes kept to be
 * shown. Belongs to the connection's event loop.
 */
public final class Surplus {

    /** So many bytes are kept. */
    public static final int MAX_KEPT_BYTES = 1024;

    private final MemoryBudget.Share memory;
    private byte[] beginning = {};
    private long bytes;

    Surplus(MemoryBudget.Share memory) {
        this.memory = memory;
    }

    /** Takes all that is in this buffer, which stays the caller's. */
    public void take(ByteBuf in) {
        int kept = beginning.length;
        boolean isFirst = bytes == kept; // else some are missing between
        int more = isFirst ? Math.min(MAX_KEPT_BYTES - kept, in.readableBytes()) : 0;
        bytes += in.readableBytes();
        if (more > 0 && mayHold(kept + more)) {
            beginning = Arrays.copyOf(beginning, kept + more);
            in.getBytes(in.readerIndex(), beginning, kept, more);
        }
        in.skipBytes(in.readableBytes());
    }

    private boolean mayHold(int size) {
        boolean mayHold = memory.holds(size);
        if (!mayHold) {
            memory.holds(beginning.length);
        }
        return mayHold;
    }

    /** How many bytes came. */
    public long bytes() {
        return bytes;
    }

    /** The first of them; to be read only. */
    public byte[] beginning() {
        return beginning;
    }

    /** Whether it seems to be one more request, and not the rest of something. */
    public boolean beginsLikeARequest() {
        int methodEnd = 0;
        while (methodEnd < beginning.length && beginning[methodEnd] >= 'A' && beginning[methodEnd] <= 'Z') {
            methodEnd++;
        }
        return methodEnd > 0
                && methodEnd + 1 < beginning.length
                && beginning[methodEnd] == ' '
                && beginning[methodEnd + 1] == '/';
    }

    void release() {
        memory.release();
    }
}
