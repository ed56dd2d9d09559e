package io.hellowire.client.exchange;

import io.hellowire.wire.HeadLimits;
import org.jspecify.annotations.Nullable;

/**
 * How much of a response is read.
 *
 * @param budgetBytes after how many bytes, head included, to stop; {@link Long#MAX_VALUE} for never
 * @param headInFull whether the head is read to its end however long it is, since something depends on it
 * @param sampleBytes how many of them are kept for the report
 * @param maxContentBytes the most content taken, or {@code null} for any amount
 * @param headLimits how large a head may be
 * @param decoded whether content codings are undone
 */
public record ResponseOptions(
        long budgetBytes,
        boolean headInFull,
        int sampleBytes,
        @Nullable Long maxContentBytes,
        HeadLimits headLimits,
        boolean decoded) {

    /** After how many bytes to stop inside the head. */
    public long bytesUpToHead() {
        return headInFull ? Long.MAX_VALUE : budgetBytes;
    }

    /** The first 2000 bytes, as {@code s.read(2000)} gives them. */
    public static ResponseOptions defaults() {
        return new ResponseOptions(2000, false, 2000, null, HeadLimits.DEFAULT, false);
    }
}
