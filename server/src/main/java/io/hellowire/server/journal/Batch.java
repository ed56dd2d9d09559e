package io.hellowire.server.journal;

import java.util.Arrays;

/**
 * Records of one event loop, already encoded, on their way to the sink. It is filled by its loop, then handed to the
 * writer, and never touched by both.
 */
final class Batch {

    final Home home;
    final Bytes bytes;
    private int[] ends = new int[16];
    private int records;

    Batch(Home home, int capacity) {
        this.home = home;
        this.bytes = new Bytes(capacity);
    }

    /** Where a batch comes back to when it is written. */
    interface Home {

        /** Takes it back; called by the writer. */
        void written(Batch batch);
    }

    /** Marks the end of a record: all that was written since the mark before is one. */
    void endRecord() {
        if (records == ends.length) {
            ends = Arrays.copyOf(ends, records * 2);
        }
        ends[records++] = bytes.length();
    }

    int records() {
        return records;
    }

    int start(int record) {
        return record == 0 ? 0 : ends[record - 1];
    }

    int end(int record) {
        return ends[record];
    }

    /** How many records are whole within the first bytes. */
    int recordsWithin(int firstBytes) {
        int whole = firstBytes >= lastEnd() ? records : 0;
        while (whole < records && ends[whole] <= firstBytes) {
            whole++;
        }
        return whole;
    }

    /** Where the last record ends that is whole within the first bytes, or 0. */
    int recordEndWithin(int firstBytes) {
        return start(recordsWithin(firstBytes));
    }

    int lastEnd() {
        return records == 0 ? 0 : ends[records - 1];
    }

    /** How much memory it takes, which is more than what is in it. */
    int heldBytes() {
        return bytes.array().length;
    }

    boolean isEmpty() {
        return records == 0;
    }

    void clear() {
        bytes.truncate(0);
        records = 0;
    }
}
