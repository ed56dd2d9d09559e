package io.hellowire.certs.read;

import org.jspecify.annotations.Nullable;

/** Bytes that cannot be used as a key or certificate: what they are, and what was expected in their place. */
public final class UnreadableException extends Exception {

    private final String found;
    private final String expected;

    UnreadableException(String found, String expected) {
        this(found, expected, null);
    }

    UnreadableException(String found, String expected, @Nullable Throwable cause) {
        super(found + " (expected: " + expected + ")", cause);
        this.found = found;
        this.expected = expected;
    }

    /** What is there. */
    public String found() {
        return found;
    }

    /** What should be there. */
    public String expected() {
        return expected;
    }
}
