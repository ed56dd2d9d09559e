package io.hellowire.capture.pcapng;

import java.io.IOException;

/** A file that is not a capture we can read, or breaks off being one. */
final class MalformedCaptureException extends IOException {

    /**
     * @param offset the place in the file where the trouble begins, in bytes
     * @param found what is there
     * @param expected what should be
     */
    MalformedCaptureException(long offset, String found, String expected) {
        super("at byte " + offset + ": " + found + " (expected: " + expected + ")");
    }
}
