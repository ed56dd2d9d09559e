package io.hellowire.client.resolve;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.dns.DnsRecordType;

/**
 * Puts a question mark for each byte in the names of a DNS answer that no host name has (RFC 1035 section 4.1). Netty gives
 * up an answer whose names it cannot turn into letters, says so at length, and lets the question wait for another one.
 */
final class PlainNames extends ChannelInboundHandlerAdapter {

    private static final int HEADER_BYTES = 12;
    private static final int QUESTIONS_OFFSET = 4;
    private static final int FIRST_RECORDS_OFFSET = 6;
    private static final int QUESTION_REST_BYTES = 4;
    private static final int RECORD_REST_BYTES = 10;
    private static final int LENGTH_OFFSET = 8;
    private static final int POINTER = 0xC0;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof DatagramPacket packet) {
            clean(packet.content());
        }
        ctx.fireChannelRead(message);
    }

    /** Changes the names in a whole message, and nothing else. One that breaks off in the middle is cleaned up to there. */
    static void clean(ByteBuf message) {
        int start = message.readerIndex();
        try {
            int records = 0;
            for (int section = 0; section < 3; section++) {
                records += message.getUnsignedShort(start + FIRST_RECORDS_OFFSET + 2 * section);
            }
            int at = start + HEADER_BYTES;
            for (int i = message.getUnsignedShort(start + QUESTIONS_OFFSET); i > 0; i--) {
                at = cleanName(message, at) + QUESTION_REST_BYTES;
            }
            for (int i = 0; i < records; i++) {
                at = cleanRecord(message, at);
            }
        } catch (IndexOutOfBoundsException e) {
            // Who decodes it will find that, too.
        }
    }

    private static int cleanRecord(ByteBuf message, int at) {
        int rest = cleanName(message, at);
        if (message.getUnsignedShort(rest) == DnsRecordType.CNAME.intValue()) {
            cleanName(message, rest + RECORD_REST_BYTES);
        }
        return rest + RECORD_REST_BYTES + message.getUnsignedShort(rest + LENGTH_OFFSET);
    }

    /** Where what follows the name begins. */
    private static int cleanName(ByteBuf message, int from) {
        int at = from;
        int length = message.getUnsignedByte(at);
        while (length > 0 && length < POINTER) {
            for (int i = at + 1; i <= at + length; i++) {
                if (!isPlain(message.getUnsignedByte(i))) {
                    message.setByte(i, '?');
                }
            }
            at += 1 + length;
            length = message.getUnsignedByte(at);
        }
        return length == 0 ? at + 1 : at + 2;
    }

    private static boolean isPlain(int oneByte) {
        return oneByte > ' ' && oneByte < 0x7F && oneByte != '.';
    }
}
