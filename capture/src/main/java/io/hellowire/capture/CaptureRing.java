package io.hellowire.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a capture is kept: the newest files, each up to a size.
 *
 * @param files how many are kept; at least 2
 * @param bytesEach about how long each may grow; at least 64 KiB
 */
public record CaptureRing(int files, long bytesEach) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})x(\\d{1,6})([KMG])");
    private static final long LEAST_BYTES = 64 * 1024;

    public CaptureRing {
        if (files < 2) {
            throw new IllegalArgumentException("capture ring: " + files + " files (expected: at least 2)");
        }
        if (bytesEach < LEAST_BYTES) {
            throw new IllegalArgumentException("capture ring: " + bytesEach + " bytes each (expected: at least 64K)");
        }
    }

    /**
     * Reads {@code 10x16M}: ten files of 16 MiB; K, M and G are powers of 1024.
     *
     * @throws IllegalArgumentException if it is written otherwise
     */
    public static CaptureRing of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("capture ring: " + text + " (expected: FILESxSIZE, such as 10x16M)");
        }
        int shift = switch (matcher.group(3)) {
            case "K" -> 10;
            case "M" -> 20;
            default -> 30;
        };
        return new CaptureRing(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)) << shift);
    }
}
