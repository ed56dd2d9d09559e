package io.hellowire.wire;

/** What a reader does with what is odd but can be understood. */
enum Tolerance {
    /** It is refused: for requests, where what one reader lets pass another one is attacked with. */
    STRICT,
    /** It is read and noted as an {@link Oddity}: for responses, whose reader wants to see them. */
    LENIENT
}
