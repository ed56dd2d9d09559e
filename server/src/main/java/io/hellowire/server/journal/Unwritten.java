package io.hellowire.server.journal;

/**
 * What the journal could not keep.
 *
 * @param records how many records are not where they should be
 * @param files how many requests are in no file of their own, though each should be
 */
public record Unwritten(long records, long files) {

    /** Nothing is missing. */
    public static final Unwritten NOTHING = new Unwritten(0, 0);

    Unwritten plus(Unwritten other) {
        return new Unwritten(records + other.records, files + other.files);
    }
}
