package io.hellowire.server.exchange;

import io.hellowire.wire.RequestHead;

/** How an answer differs from another with the same text. */
public enum Shape {
    /** The connection goes on after it. */
    PLAIN(true, Next.REQUEST),
    /** The connection goes on after it, and it says so, since HTTP/1.0 expects the end. */
    KEPT(true, Next.REQUEST_IF_SAID),
    /** The connection ends after it, and it says so. */
    LAST(true, Next.END),
    /** As {@link #PLAIN}, to HEAD: without the body it speaks of. */
    BODILESS(false, Next.REQUEST),
    /** As {@link #KEPT}, to HEAD. */
    KEPT_BODILESS(false, Next.REQUEST_IF_SAID),
    /** As {@link #LAST}, to HEAD. */
    LAST_BODILESS(false, Next.END);

    /** What follows an answer on its connection. */
    private enum Next {
        REQUEST,
        REQUEST_IF_SAID,
        END
    }

    private final boolean body;
    private final Next next;

    Shape(boolean body, Next next) {
        this.body = body;
        this.next = next;
    }

    /** That of the answer to a request with this head. */
    public static Shape of(RequestHead head, boolean isLast) {
        boolean hasBody = !head.methodIs("HEAD");
        if (isLast) {
            return hasBody ? LAST : LAST_BODILESS;
        }
        if (head.isHttp10()) {
            return hasBody ? KEPT : KEPT_BODILESS;
        }
        return hasBody ? PLAIN : BODILESS;
    }

    /** Whether its body is sent. */
    public boolean hasBody() {
        return body;
    }

    /** Whether the connection ends after it. */
    public boolean isLast() {
        return next == Next.END;
    }

    /** Whether it says that the connection goes on, RFC 9112 section 9.3. */
    public boolean saysThatItGoesOn() {
        return next == Next.REQUEST_IF_SAID;
    }
}
