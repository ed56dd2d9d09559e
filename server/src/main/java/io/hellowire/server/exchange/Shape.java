package io.hellowire.server.exchange;

import io.hellowire.wire.RequestHead;

/** How an answer differs from another with the same text. */
public enum Shape {
    /** The connection goes on after it. */
    PLAIN(true, false),
    /** The connection ends after it, and it says so. */
    LAST(true, true),
    /** As {@link #PLAIN}, to HEAD: without the body it speaks of. */
    BODILESS(false, false),
    /** As {@link #LAST}, to HEAD. */
    LAST_BODILESS(false, true);

    private final boolean body;
    private final boolean last;

    Shape(boolean body, boolean last) {
        this.body = body;
        this.last = last;
    }

    /** That of the answer to a request with this head. */
    public static Shape of(RequestHead head, boolean isLast) {
        if (head.methodIs("HEAD")) {
            return isLast ? LAST_BODILESS : BODILESS;
        }
        return isLast ? LAST : PLAIN;
    }

    /** Whether its body is sent. */
    public boolean hasBody() {
        return body;
    }

    /** Whether the connection ends after it. */
    public boolean isLast() {
        return last;
    }
}
