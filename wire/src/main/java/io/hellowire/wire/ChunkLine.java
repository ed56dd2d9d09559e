package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The line before a chunk: its size in hexadecimal and, rarely, extensions, RFC 9112 section 7.1. */
final class ChunkLine {

    /** The most bytes of one such line, its end included. */
    static final int MAX_BYTES = 4096;

    /** The most bytes that all lines of a body may have beyond a size and CRLF, over the bytes of its content. */
    static final int MAX_EXTRA_BYTES = 16 * 1024;

    private static final int ORDINARY_BYTES = 18; // 16 digits and CRLF

    private final ChunkContext context;
    private byte[] bytes = new byte[ORDINARY_BYTES];
    private int length;
    private long extraBytes;

    ChunkLine(ChunkContext context) {
        this.context = context;
    }

    /**
     * Takes what is there of the line.
     *
     * @return whether it is there whole
     */
    boolean take(ByteBuf in) throws MalformedMessageException {
        int count = Math.min(in.readableBytes(), MAX_BYTES - length);
        int lf = in.indexOf(in.readerIndex(), in.readerIndex() + count, (byte) '\n');
        append(in, lf < 0 ? count : lf + 1 - in.readerIndex());
        if (lf < 0 && length == MAX_BYTES) {
            throw malformed(Malformation.CHUNK_LINE_TOO_LONG, "more than " + MAX_BYTES + " bytes", MAX_BYTES);
        }
        return lf >= 0;
    }

    int heldBytes() {
        return bytes.length;
    }

    private void append(ByteBuf in, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * length));
        }
        in.readBytes(bytes, length, count);
        length += count;
    }

    /**
     * Parses the line, and forgets it.
     *
     * @param contentBytes how much content came before it
     * @return the size of the chunk; zero for the last one
     */
    long parse(long contentBytes) throws MalformedMessageException {
        int end = checkEnd();
        int sizeEnd = 0;
        long size = 0;
        for (; sizeEnd < end && Character.digit(bytes[sizeEnd], 16) >= 0; sizeEnd++) {
            if (size > Long.MAX_VALUE >> 4) {
                throw malformed(Malformation.CHUNK_SIZE, Syntax.quote(bytes, 0, end), 0);
            }
            size = size << 4 | Character.digit(bytes[sizeEnd], 16);
        }
        if (sizeEnd == 0) {
            throw malformed(Malformation.CHUNK_SIZE, Syntax.quote(bytes, 0, end), 0);
        }
        checkExtension(sizeEnd, end);
        countExtra(contentBytes);
        context.advance(length);
        length = 0;
        return size;
    }

    private int checkEnd() throws MalformedMessageException {
        if (length >= 2 && bytes[length - 2] == '\r') {
            return length - 2;
        }
        context.tolerate(Oddity.BARE_LF, malformed(Malformation.CHUNK_LINE_END, "LF alone", length - 1));
        return length - 1;
    }

    private void checkExtension(int sizeEnd, int end) throws MalformedMessageException {
        int start = Syntax.skipBlanks(bytes, sizeEnd, end);
        if (start == end && start > sizeEnd) {
            String found = Syntax.nameOf(bytes[sizeEnd]) + " after the size";
            context.tolerate(Oddity.SPACE_AFTER_CHUNK_SIZE, malformed(Malformation.CHUNK_EXTENSION, found, sizeEnd));
        } else if (start < end && bytes[start] != ';') {
            Malformation what = start == sizeEnd ? Malformation.CHUNK_SIZE : Malformation.CHUNK_EXTENSION;
            throw malformed(what, Syntax.nameOf(bytes[start]) + " after the size", start);
        }
        int bad = Syntax.skip(Syntax.VALUE, bytes, start, end);
        if (bad < end) {
            throw malformed(Malformation.CHUNK_EXTENSION, Syntax.nameOf(bytes[bad]), bad);
        }
        if (start < end) {
            checkGrammar(start, end);
        }
    }

    private void checkGrammar(int start, int end) throws MalformedMessageException {
        ChunkExtensions extensions = new ChunkExtensions(bytes, start, end);
        if (!extensions.areWellFormed()) {
            context.tolerate(
                    Oddity.CHUNK_EXTENSION,
                    malformed(Malformation.CHUNK_EXTENSION, extensions.found(), extensions.at()));
        }
    }

    private void countExtra(long contentBytes) throws MalformedMessageException {
        extraBytes += Math.max(0, length - ORDINARY_BYTES);
        if (extraBytes > MAX_EXTRA_BYTES + contentBytes) {
            String found = extraBytes + " bytes of chunk extensions for " + contentBytes + " bytes of content";
            throw malformed(Malformation.CHUNK_LINE_TOO_LONG, found, 0);
        }
    }

    private MalformedMessageException malformed(Malformation malformation, String found, int at) {
        return context.malformed(malformation, found, Arrays.copyOf(bytes, length), at);
    }
}
