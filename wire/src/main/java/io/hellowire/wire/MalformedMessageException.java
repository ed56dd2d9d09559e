package io.hellowire.wire;

import java.util.Arrays;

/**
 * What a peer sent is not HTTP/1 as it should be: what is wrong, where, and the bytes that came. It has no stack trace,
 * since it speaks about the peer and a stranger must not be able to make us fill stacks.
 */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1;

    private final Malformation malformation;
    private final String found;
    private final Place place;
    private final byte[] received;

    private MalformedMessageException(Malformation malformation, String found, Place place, byte[] received) {
        super(message(malformation, found, place), null, false, false);
        this.malformation = malformation;
        this.found = found;
        this.place = place;
        this.received = received;
    }

    /**
     * Points at a byte of a head.
     *
     * @param bytes holds the head from its beginning
     * @param length how much of it has been received
     * @param offset the byte at which it is wrong
     */
    static MalformedMessageException inHead(
            Malformation malformation, String found, byte[] bytes, int length, int offset) {
        return new MalformedMessageException(
                malformation, found, Place.inHead(bytes, offset), Arrays.copyOf(bytes, length));
    }

    /**
     * Points at a byte of a body.
     *
     * @param bytes the line or the few bytes that are wrong
     * @param offset the byte of the body, chunk lines included, at which it is wrong
     */
    static MalformedMessageException inBody(Malformation malformation, String found, byte[] bytes, long offset) {
        return new MalformedMessageException(malformation, found, Place.inBody(offset), bytes);
    }

    /** The same, of a head that is a part of a body: the trailer section. */
    MalformedMessageException inBodyAfter(long bytes) {
        return inBody(malformation, found, received, bytes + place.offset());
    }

    private static String message(Malformation malformation, String found, Place place) {
        return place.words() + ": " + found + " (expected: " + malformation.expected() + "; " + malformation.reference()
                + ")";
    }

    /** What kind of mistake it is. */
    public Malformation malformation() {
        return malformation;
    }

    /** The status that answers it. */
    public int status() {
        return malformation.status();
    }

    /** What was found instead of what was expected, for people, already printable. */
    public String found() {
        return found;
    }

    /** What was expected, for people. */
    public String expected() {
        return malformation.expected();
    }

    /** Where it is wrong. */
    public Place place() {
        return place;
    }

    /** All bytes that came of the head, or of the chunk line; never more than the limit. A copy. */
    public byte[] received() {
        return received.clone();
    }

    /**
     * The place of a byte in a message.
     *
     * @param part of which part of the message the numbers speak
     * @param line the line of the head, counted from 1, leading empty lines included; 1 in a body
     * @param column the byte within that line, counted from 1
     * @param offset the byte within the part, counted from 0
     */
    public record Place(Part part, int line, long column, long offset) {

        private static Place inHead(byte[] bytes, int offset) {
            int line = 1;
            int lineStart = 0;
            for (int i = 0; i < offset; i++) {
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            return new Place(Part.HEAD, line, offset - lineStart + 1L, offset);
        }

        private static Place inBody(long offset) {
            return new Place(Part.BODY, 1, offset + 1, offset);
        }

        /** The place for people: {@code line 3, byte 5} or {@code body, byte 1034}, counted from 1. */
        public String words() {
            return (part == Part.HEAD ? "line " + line : "body") + ", byte " + column;
        }
    }

    /** The part of a message in which a place is. */
    public enum Part {
        /** A head. */
        HEAD,
        /** A body with its chunk lines and trailer section. */
        BODY
    }
}
