package io.hellowire.server.journal;

/** What happens to records when the sink takes them slower than they come. */
public enum Overflow {
    /** None is lost: requests wait unread until there is room. */
    WAIT,
    /** Requests are answered, records are dropped and counted; the count is journalled when there is room. */
    DROP
}
