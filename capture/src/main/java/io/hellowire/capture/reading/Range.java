package io.hellowire.capture.reading;

/**
 * A stretch of bytes in a stream.
 *
 * @param start of its first byte
 * @param end of the byte behind its last
 */
record Range(long start, long end) {

    long length() {
        return end - start;
    }
}
