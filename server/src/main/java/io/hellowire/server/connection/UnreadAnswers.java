package io.hellowire.server.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Charges the memory budget with the answers that a peer does not read. The system keeps some for it; what does not fit
 * there waits here.
 */
public final class UnreadAnswers {

    /** So little is part of what a connection costs anyway, and may just be on its way. */
    private static final int LITTLE_BYTES = 4 * 1024;

    private final Connection connection;
    private final MemoryBudget.Share memory;
    private boolean isWatching;

    /** @param connection whose peer is to read them */
    public UnreadAnswers(Connection connection) {
        this.connection = connection;
        this.memory = connection.memory().share();
    }

    /** Takes note of what is left after a flush, and cuts the connection off if there is no room for it. */
    public void flushed() {
        long waiting = waitingBytes();
        if (waiting <= LITTLE_BYTES) {
            return;
        }
        boolean hasRoom = memory.holds(waiting);
        if (!isWatching) {
            watch();
        }
        if (!hasRoom) {
            connection.cutOff(connection.memory().words() + "; the peer does not read its answers");
        }
    }

    /** The empty buffer is written when all before it are, or none can be any more. */
    private void watch() {
        isWatching = true;
        connection.writeBelowAll(Unpooled.EMPTY_BUFFER).addListener(written -> {
            isWatching = false;
            memory.release();
            flushed();
        });
    }

    private long waitingBytes() {
        Channel channel = connection.channel();
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }
}
