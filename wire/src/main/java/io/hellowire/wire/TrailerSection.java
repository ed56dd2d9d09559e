package io.hellowire.wire;

/**
 * The trailer fields after a chunked body, RFC 9112 section 7.1.2. They are shown and never merged into the head: what
 * comes too late to be checked must not act as if it had come first.
 */
public final class TrailerSection extends FieldSection {

    TrailerSection(PartialHead partial) {
        super(partial);
    }
}
