package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A buffer that grows, in which a block is begun, filled, given options and ended, one behind the other. Little-endian,
 * whatever the machine, so that the same capture gives the same bytes.
 */
final class BlockBuffer {

    private static final int LONGEST_OPTION = 0xFFFF;

    private ByteBuffer out = ByteBuffer.allocate(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private int blockStart;

    /**
     * Begins a block.
     *
     * @param bytes how many bytes its fixed part has, which are put next
     * @return where they are put
     */
    ByteBuffer begin(int type, int bytes) {
        blockStart = out.position();
        room(8 + bytes);
        return out.putInt(type).putInt(0); // the length is known at the end
    }

    void option(int code, String text) {
        option(code, text.getBytes(UTF_8));
    }

    void option(int code, byte[] value) {
        int length = Math.min(value.length, LONGEST_OPTION);
        optionHeader(code, length);
        out.put(value, 0, length);
        pad();
    }

    void intOption(int code, int number) {
        optionHeader(code, 4);
        out.putInt(number);
    }

    void longOption(int code, long number) {
        optionHeader(code, 8);
        out.putLong(number);
    }

    void timeOption(int code, long nanos) {
        optionHeader(code, 8);
        putTime(nanos);
    }

    private void optionHeader(int code, int length) {
        room(4 + Format.padded(length));
        out.putShort((short) code).putShort((short) length);
    }

    /** The upper half first, in either byte order. */
    void putTime(long nanos) {
        out.putInt((int) (nanos >>> 32)).putInt((int) nanos);
    }

    /** Up to where every part of a block begins. */
    void pad() {
        while ((out.position() & 3) != 0) {
            out.put((byte) 0);
        }
    }

    /** Ends the options of a block, and the block. */
    void endOptions() {
        room(4);
        out.putShort((short) Format.END_OF_OPTIONS).putShort((short) 0);
        end();
    }

    /** Ends a block that has no options. */
    void end() {
        room(4);
        int length = out.position() + 4 - blockStart;
        out.putInt(length);
        out.putInt(blockStart + 4, length);
    }

    /** Makes room for this many bytes and what closes a block behind them. */
    private void room(int bytes) {
        int wanted = bytes + Format.EMPTY_BLOCK_BYTES;
        if (out.remaining() < wanted) {
            int size = Math.max(out.capacity() * 2, out.position() + wanted);
            out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(out.flip());
        }
    }

    int size() {
        return out.position();
    }

    /** All blocks, ready to be read. */
    ByteBuffer blocks() {
        return out.duplicate().flip();
    }

    void clear() {
        out.clear();
    }
}
