package io.hellowire.client.exchange;

import io.hellowire.wire.HeadLimits;
import org.jspecify.annotations.Nullable;

/**
 * How much of a response is read.
 *
 * @param budgetBytes after how many bytes, head included, to stop; {@link Long#MAX_VALUE} for never. The head is read to
 *     its end all the same
 * @param sampleBytes how many of them are kept for the report, {@link #MOST_SAMPLE_BYTES} at most
 * @param maxContentBytes the most content taken, or {@code null} for any amount
 * @param streamed whether content goes elsewhere as it comes, so that a report about it does not bound it
 * @param headLimits how large a head may be
 * @param decoded whether content codings are undone
 * @param strict whether a body that may have been cut counts as cut
 */
public record ResponseOptions(
        long budgetBytes,
        int sampleBytes,
        @Nullable Long maxContentBytes,
        boolean streamed,
        HeadLimits headLimits,
        boolean decoded,
        boolean strict) {

    /** How much is kept for a report, however much is read. */
    public static final int MOST_SAMPLE_BYTES = 1 << 20;

    /** As generous as curl: 300 KB and 5000 fields. */
    public static final HeadLimits HEAD_LIMITS = new HeadLimits(300 * 1024, 300 * 1024, 5000);

    /** The first 2000 bytes, as {@code s.read(2000)} gives them. */
    public static ResponseOptions defaults() {
        return new ResponseOptions(2000, 2000, null, false, HEAD_LIMITS, false, false);
    }
}
