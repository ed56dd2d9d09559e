package io.hellowire.capture.reading;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The first bytes of a stream, in pieces: of all that were added the ones in front, whatever order they came in, until there
 * are too many bytes or pieces.
 */
final class KeptBytes {

    private final int mostBytes;
    private final int mostPieces;
    private final Ranges places = new Ranges();

    /** Those of all places, one piece behind the other. */
    private byte[] bytes = new byte[0];

    private int size;

    /** From here on nothing is kept. */
    private long limit = Long.MAX_VALUE;

    KeptBytes(int mostBytes, int mostPieces) {
        this.mostBytes = mostBytes;
        this.mostPieces = mostPieces;
    }

    /**
     * Adds bytes; those that are there already stay.
     *
     * @param from the place of the first that is wanted
     * @param to the place behind the last
     * @param source where they are
     * @param start the place of the first in there
     */
    void add(long from, long to, byte[] source, long start) {
        for (Range fresh : places.add(from, Math.min(to, limit))) {
            insert(rank(fresh), source, (int) (fresh.start() - start), (int) fresh.length());
        }
        while (places.size() > mostPieces) {
            endAt(places.last().start());
        }
        if (size > mostBytes) {
            endAt(places.placeBehind(mostBytes));
        }
    }

    /** How many of the bytes are in front of these, mostly all. */
    private int rank(Range fresh) {
        return fresh.end() == places.last().end() ? size : (int) places.coveredBelow(fresh.start());
    }

    private void insert(int at, byte[] source, int from, int length) {
        if (bytes.length < size + length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.min(2 * size, mostBytes)));
        }
        System.arraycopy(bytes, at, bytes, at + length, size - at);
        System.arraycopy(source, from, bytes, at, length);
        size += length;
    }

    /** Keeps nothing from this place on. */
    void endAt(long place) {
        if (place < limit) {
            limit = place;
            places.forgetFrom(place);
            size = (int) places.coveredBelow(place);
        }
    }

    boolean covers(long from, long to) {
        return from >= limit || places.covers(from, Math.min(to, limit));
    }

    /** Whether everything that was added is kept. */
    boolean isOpen() {
        return limit == Long.MAX_VALUE;
    }

    int size() {
        return size;
    }

    int pieces() {
        return places.size();
    }

    /** Tells each piece, in order, by its place and bytes. */
    void forEach(BiConsumer<Long, byte[]> action) {
        int at = 0;
        for (Range place : places.all()) {
            int length = (int) place.length();
            action.accept(place.start(), Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
    }
}
