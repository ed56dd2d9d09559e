package io.hellowire.certs.read;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A cursor over DER (X.690), just enough to tell what a file holds. Of our own, because every start of a server loads
 * a certificate and must not pay for a library's hundreds of classes.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    static final int CONTEXT_0 = 0xa0;
    static final int NONE = -1;

    private static final int CONSTRUCTED = 0x20;
    private static final int MAX_DEPTH = 32;

    private final byte[] bytes;
    private final int end;
    private int position;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** The tag of the next element, or {@link #NONE} at the end. */
    int tag() {
        return position < end ? bytes[position] & 0xff : NONE;
    }

    /** Steps over the next element, which must have this tag, and gives a cursor over its content. */
    Der enter(int tag) throws UnreadableException {
        if (tag() != tag) {
            throw damaged("tag " + describe(tag()) + " at byte " + position, "tag " + describe(tag));
        }
        int start = position + 1;
        int length = 0;
        if (start < end && bytes[start] >= 0) {
            length = bytes[start++];
        } else {
            int lengthBytes = start < end ? bytes[start++] & 0x7f : 0;
            if (lengthBytes < 1 || lengthBytes > 4 || start + lengthBytes > end) {
                throw damaged("no proper length at byte " + (position + 1), "definite lengths");
            }
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (bytes[start++] & 0xff);
            }
        }
        if (length < 0 || length > end - start) {
            throw damaged(
                    "an element of " + (length & 0xffffffffL) + " bytes where " + (end - start) + " are left",
                    "the whole of it; was the file cut off?");
        }
        position = start + length;
        return new Der(bytes, start, position);
    }

    /** Steps over the next element, whatever it is, and gives all its bytes. */
    byte[] element() throws UnreadableException {
        int start = position;
        enter(tag());
        return Arrays.copyOfRange(bytes, start, position);
    }

    /** What is left, from here to the end. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    /** The tags of what is left, the first ten at most, without moving. */
    List<Integer> tags() throws UnreadableException {
        Der copy = new Der(bytes, position, end);
        List<Integer> tags = new ArrayList<>();
        while (copy.tag() != NONE && tags.size() < 10) {
            tags.add(copy.tag());
            copy.enter(copy.tag());
        }
        return tags;
    }

    /** Looks into every element left, however deep; the JDK passes over some that are cut short or make no sense. */
    void requireWellFormed() throws UnreadableException {
        new Der(bytes, position, end).walk(0);
    }

    private void walk(int depth) throws UnreadableException {
        if (depth > MAX_DEPTH) {
            throw damaged("more than " + MAX_DEPTH + " levels", "fewer");
        }
        while (tag() != NONE) {
            int tag = tag();
            Der inside = enter(tag);
            if ((tag & CONSTRUCTED) != 0 && DerTypes.mayBeConstructed(tag)) {
                inside.walk(depth + 1);
            } else if (!DerTypes.isSound(tag, inside.rest())) {
                throw damaged("content that does not fit tag " + describe(tag), "what the type says");
            }
        }
    }

    /** Fails unless all has been stepped over. */
    void requireEnd() throws UnreadableException {
        if (tag() != NONE) {
            throw damaged("tag " + describe(tag()) + " at byte " + position, "the end of the element");
        }
    }

    /** Steps over an object identifier and gives it with dots. */
    String objectIdentifier() throws UnreadableException {
        StringBuilder dotted = new StringBuilder();
        long arc = 0;
        for (byte b : enter(OBJECT_IDENTIFIER).rest()) {
            arc = (arc << 7) | (b & 0x7f);
            if (b >= 0) {
                dotted.append(dotted.length() == 0 ? firstTwo(arc) : "." + arc);
                arc = 0;
            }
        }
        return dotted.toString();
    }

    private static String firstTwo(long arc) {
        return arc < 80 ? arc / 40 + "." + arc % 40 : "2." + (arc - 80);
    }

    /** An element with this tag and the parts, one after the other, as its content. */
    static byte[] encode(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(content.size(), element);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(int length, ByteArrayOutputStream out) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        int lengthBytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
        out.write(0x80 | lengthBytes);
        for (int i = lengthBytes - 1; i >= 0; i--) {
            out.write(length >>> (8 * i));
        }
    }

    private static UnreadableException damaged(String found, String expected) {
        return new UnreadableException("damaged DER: " + found, expected);
    }

    private static String describe(int tag) {
        return tag == NONE ? "none" : String.format("0x%02x", tag);
    }
}
