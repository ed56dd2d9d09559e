package io.hellowire.server.counter;

import java.util.concurrent.atomic.AtomicLong;

/** Counts within this process, and answers at once. */
final class LocalCounter implements Counter {

    private final AtomicLong next;

    /** @param first the first number it gives */
    LocalCounter(long first) {
        next = new AtomicLong(first);
    }

    @Override
    public void next(Taker taker) {
        taker.take(next.getAndIncrement());
    }
}
