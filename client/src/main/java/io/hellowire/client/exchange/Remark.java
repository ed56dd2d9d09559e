package io.hellowire.client.exchange;

import io.hellowire.wire.Oddity;

/**
 * Something odd about a response that was read all the same.
 *
 * @param id one stable lower-case word for programs
 * @param words the same for people, safe to print
 */
public record Remark(String id, String words) {

    /** Many small servers end like this, so only who must know more than the peer says calls it a failure. */
    static Remark noCloseNotify() {
        return new Remark(
                "no-close-notify",
                "no length, and the connection ended without TLS's close_notify: a server that sends none, as MicroPython"
                        + " does, or a body that was cut on its way; --strict fails (RFC 9112 section 9.8)");
    }

    static Remark of(Oddity oddity) {
        return new Remark(oddity.id(), oddity.words() + " (" + oddity.reference() + ")");
    }
}
