package io.hellowire.client.exchange;

import io.hellowire.wire.Oddity;

/**
 * Something odd about a response that was read all the same.
 *
 * @param id one stable lower-case word for programs
 * @param words the same for people, safe to print
 */
public record Remark(String id, String words) {

    static Remark of(Oddity oddity) {
        return new Remark(oddity.id(), oddity.words() + " (" + oddity.reference() + ")");
    }
}
