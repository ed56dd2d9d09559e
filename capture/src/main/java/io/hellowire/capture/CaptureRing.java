package io.hellowire.capture;

/**
 * How much of a capture is kept: the newest files, each up to a size.
 *
 * @param files how many are kept; at least 2
 * @param bytesEach about how long each may grow; at least 64 KiB
 */
public record CaptureRing(int files, long bytesEach) {

    private static final long LEAST_BYTES = 64 * 1024;

    public CaptureRing {
        if (files < 2) {
            throw new IllegalArgumentException("capture ring: " + files + " files (expected: at least 2)");
        }
        if (bytesEach < LEAST_BYTES) {
            throw new IllegalArgumentException("capture ring: " + bytesEach + " bytes each (expected: at least 64K)");
        }
    }
}
