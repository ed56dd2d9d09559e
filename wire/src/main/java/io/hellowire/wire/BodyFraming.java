package io.hellowire.wire;

/** How the end of a message's body is found, RFC 9112 section 6.3. */
public sealed interface BodyFraming {

    /** There is no body. */
    None NONE = new None();

    /** The body says itself where it ends. */
    Chunked CHUNKED = new Chunked();

    /** The end of the connection is the end of the body. */
    UntilClose UNTIL_CLOSE = new UntilClose();

    /** There is no body: the next message follows at once. */
    record None() implements BodyFraming {}

    /**
     * The body has a length that is known beforehand.
     *
     * @param bytes the length; zero or more
     */
    record Length(long bytes) implements BodyFraming {

        public Length {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes: " + bytes + " (expected: zero or more)");
            }
        }
    }

    /** The body comes in chunks, each with its length before it, and may be followed by trailer fields. */
    record Chunked() implements BodyFraming {}

    /** The body, of a response only, lasts until the connection ends. */
    record UntilClose() implements BodyFraming {}
}
