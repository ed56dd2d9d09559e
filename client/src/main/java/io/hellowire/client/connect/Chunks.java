package io.hellowire.client.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Content in chunks, RFC 9112 section 7.1. */
public final class Chunks {

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST = "0\r\n\r\n".getBytes(US_ASCII);

    private Chunks() {}

    /** All of some content: one chunk, if there is any, and the last one. */
    public static byte[] of(byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (content.length > 0) {
            all.writeBytes(line(content.length));
            all.writeBytes(content);
            all.writeBytes(LINE_END);
        }
        all.writeBytes(LAST);
        return all.toByteArray();
    }

    /** The line before a chunk of this length. */
    static byte[] line(int bytes) {
        return (Integer.toHexString(bytes) + "\r\n").getBytes(US_ASCII);
    }

    /** What ends a chunk. */
    static byte[] end() {
        return LINE_END.clone();
    }

    /** The chunk without content that ends a body. */
    static byte[] last() {
        return LAST.clone();
    }
}
