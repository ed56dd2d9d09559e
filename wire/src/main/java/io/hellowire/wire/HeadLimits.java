package io.hellowire.wire;

/**
 * How large a head may be; a head at a limit is read, one byte or line more is refused.
 *
 * @param maxHeadBytes the most bytes of a head, line ends and leading empty lines included
 * @param maxStartLineBytes the most bytes of a request line or status line, without its line end
 * @param maxFields the most field lines of a head or of a trailer section
 */
public record HeadLimits(int maxHeadBytes, int maxStartLineBytes, int maxFields) {

    /** 64 KiB, 16 KiB and 200 fields; RFC 9112 section 3 asks for at least 8000 bytes of request line. */
    public static final HeadLimits DEFAULT = new HeadLimits(64 * 1024, 16 * 1024, 200);

    public HeadLimits {
        require("maxHeadBytes", maxHeadBytes);
        require("maxStartLineBytes", maxStartLineBytes);
        require("maxFields", maxFields);
    }

    private static void require(String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: more than zero)");
        }
    }
}
