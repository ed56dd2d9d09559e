package io.hellowire.server.tls;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.MemoryBudget;
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
    private static final int LENGTH_OFFSET = 3;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24;
    private static final int ALERT = 21;
    private static final int ALERT_BYTES = 2;

    private final Connection connection;
    private final MemoryBudget.Share memory;
    private int headerBytes;
    private int type;
    private int length;
    private int missing;
    private int lastByte;

    /** @param connection the one whose records these are */
    public UnfinishedRecord(Connection connection) {
        this.connection = connection;
        this.memory = connection.memory().share();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        walk(in);
        boolean isUnfinished = headerBytes > 0 || missing > 0;
        boolean hasRoom = memory.holds(isUnfinished ? Math.max(in.capacity(), HEADER_BYTES + length) : 0);
        ctx.fireChannelRead(in);
        if (!hasRoom) {
            connection.cutOff(connection.memory().words() + "; in a TLS record");
        }
    }

    private void walk(ByteBuf in) {
        int at = in.readerIndex();
        while (at < in.writerIndex()) {
            if (missing > 0) {
                int taken = Math.min(missing, in.writerIndex() - at);
                missing -= taken;
                at += taken;
                lastByte = in.getUnsignedByte(at - 1);
            } else {
                readHeader(in.getUnsignedByte(at++));
            }
        }
    }

    private void readHeader(int oneByte) {
        type = headerBytes == 0 ? oneByte : type;
        length = headerBytes < LENGTH_OFFSET ? 0 : length << 8 | oneByte;
        headerBytes++;
        if (headerBytes == HEADER_BYTES) {
            headerBytes = 0;
            missing = length;
        }
    }

    /** The record that came last, for people, such as {@code a record of type 23 with 32 bytes}. */
    String last() {
        return "a record of type " + type + " with " + length + " bytes";
    }

    /** Whether what came last begins as a record of TLS does, RFC 8446 section 5.1. */
    boolean isTls() {
        return type >= FIRST_TYPE && type <= LAST_TYPE;
    }

    /** What the record that came last says, if it is an alert in the clear, else {@code null}. */
    @Nullable
    Alert alert() {
        return type == ALERT && length == ALERT_BYTES && missing == 0 ? Alert.of(lastByte) : null;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        memory.release();
    }
}
