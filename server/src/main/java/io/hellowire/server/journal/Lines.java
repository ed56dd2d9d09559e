package io.hellowire.server.journal;

/** Finds the first line in bytes that may not even be HTTP. */
final class Lines {

    private static final int SHOWN_BYTES = 1024;

    private Lines() {}

    /** Where the first line that is not empty ends, or at most a bound. */
    static int firstLineEnd(byte[] received) {
        int end = 0;
        while (end < received.length && (received[end] == '\r' || received[end] == '\n')) {
            end++;
        }
        while (end < received.length && end < SHOWN_BYTES && received[end] != '\n' && received[end] != '\r') {
            end++;
        }
        return end;
    }
}
