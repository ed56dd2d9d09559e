package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.MemoryBudget;
import io.hellowire.wire.tls.RecordWalk;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Charges the memory budget with the TLS record that a peer has begun and not finished: TLS keeps it until it is whole.
 * It stands before the TLS handler and looks at the records' headers only, RFC 8446 section 5.1.
 */
public final class UnfinishedRecord extends ChannelInboundHandlerAdapter {

    private static final int HEADER_BYTES = 5;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24;

    private final Connection connection;
    private final MemoryBudget.Share memory;
    private final RecordWalk records = new RecordWalk((type, in, at, count) -> {});

    /** @param connection the one whose records these are */
    public UnfinishedRecord(Connection connection) {
        this.connection = connection;
        this.memory = connection.memory().share();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        records.read(in);
        long kept = records.isInsideRecord() ? Math.max(in.capacity(), HEADER_BYTES + records.length()) : 0;
        boolean hasRoom = memory.holds(kept);
        ctx.fireChannelRead(in);
        if (!hasRoom) {
            connection.cutOff(connection.memory().words() + "; in a TLS record");
        }
    }

    /** The record that came last, for people, such as {@code a record of type 23 with 32 bytes}. */
    String last() {
        return "a record of type " + records.type() + " with " + records.length() + " bytes";
    }

    /** Whether what came last begins as a record of TLS does, RFC 8446 section 5.1. */
    boolean isTls() {
        return records.type() >= FIRST_TYPE && records.type() <= LAST_TYPE;
    }

    /** The number of the alert that came in the clear, or {@code null}. */
    @Nullable
    Integer alert() {
        return records.alert();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        memory.release();
    }
}
