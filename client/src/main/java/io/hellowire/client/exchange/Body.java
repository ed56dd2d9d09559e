package io.hellowire.client.exchange;

import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.TrailerSection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a response's body.
 *
 * @param framing how its end was to be found
 * @param bytes its length as far as it came, without chunk lines
 * @param complete whether the end was found
 * @param progress how far it came, for people
 * @param trailers the fields after the last chunk, or {@code null} if there are none
 * @param codings its content codings, in the order applied
 * @param decoded what it is without its codings, or {@code null} if it was not decoded
 */
public record Body(
        BodyFraming framing,
        long bytes,
        boolean complete,
        String progress,
        @Nullable TrailerSection trailers,
        List<String> codings,
        @Nullable Decoded decoded) {

    public Body {
        codings = List.copyOf(codings);
    }

    /** Its whole length in bytes where the head says it, else {@code null}. */
    public @Nullable Long announcedBytes() {
        return framing instanceof BodyFraming.Length length ? (Long) length.bytes() : null;
    }

    /** How its end was to be found, for programs. */
    public String framingId() {
        if (framing instanceof BodyFraming.Length) {
            return "content-length";
        }
        if (framing instanceof BodyFraming.Chunked) {
            return "chunked";
        }
        return framing instanceof BodyFraming.None ? "none" : "until-close";
    }

    /**
     * A body without codings.
     *
     * @param from the codings that were undone, in the order applied, transfer codings last
     * @param bytes its length without them
     */
    public record Decoded(List<String> from, long bytes) {

        public Decoded {
            from = List.copyOf(from);
        }
    }
}
