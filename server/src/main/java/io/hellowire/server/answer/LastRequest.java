package io.hellowire.server.answer;

import io.hellowire.wire.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the request after which a connection ends, to explain what comes after it.
 *
 * @param method its method
 * @param length its Content-Length, {@code null} if it has none
 * @param coding its Transfer-Encoding, {@code null} if it has none
 */
record LastRequest(
        String method, @Nullable String length, @Nullable String coding) {

    /** The one with this head. */
    static LastRequest of(RequestHead head) {
        return new LastRequest(head.method(), head.first("Content-Length"), head.first("Transfer-Encoding"));
    }

    /** Whether its sender may not know that it has ended: methods that have a body are sent without saying so. */
    boolean mayGoOn() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** Where it ended, in words that explain why what follows is none of it. */
    String words() {
        if (coding != null) {
            return "the end of the request: its body ends with its last chunk (RFC 9112 section 7.1)";
        }
        return length == null
                ? "the end of the request: a " + method + " without Content-Length has no body (RFC 9112 section 6.3)"
                : "the end of the request: its Content-Length is " + length + " (RFC 9112 section 6.3)";
    }
}
