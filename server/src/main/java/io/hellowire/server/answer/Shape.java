package io.hellowire.server.answer;

import io.hellowire.wire.RequestHead;

/** How an answer differs from another with the same text. */
enum Shape {
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

    static Shape of(RequestHead head, boolean isLast) {
        if (head.methodIs("HEAD")) {
            return isLast ? LAST_BODILESS : BODILESS;
        }
        return isLast ? LAST : PLAIN;
    }

    boolean hasBody() {
        return body;
    }

    boolean isLast() {
        return last;
    }
}
