package io.hellowire.capture.reading;

import org.jspecify.annotations.Nullable;

/**
 * A capture file in numbers.
 *
 * @param application who wrote it, or {@code null} if it does not say
 * @param packets in the file
 * @param dropped packets that its writer lost, as it says itself
 * @param secrets how many connections there are secrets for
 * @param isCutShort whether it ends in the middle of a block
 * @param isListedInPart whether it holds more connections or secrets than there was memory for
 */
public record CaptureTotals(
        @Nullable String application,
        long packets,
        long dropped,
        int secrets,
        boolean isCutShort,
        boolean isListedInPart) {}
