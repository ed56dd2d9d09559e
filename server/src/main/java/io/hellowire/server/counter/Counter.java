package io.hellowire.server.counter;

/**
 * Where the numbers come from: each is given once. It may answer later and on another thread, so that several processes
 * or machines can count together.
 */
public interface Counter {

    /** One that counts within this process, from this number on. */
    static Counter from(long first) {
        return new LocalCounter(first);
    }

    /** Asks for the next number. */
    void next(Taker taker);

    /** Who wants a number. Exactly one of its methods is called, once for each time it asked. */
    interface Taker {

        /** Takes the number. */
        void take(long number);

        /** Takes note that there is none, and why. */
        void takeNone(String reason);
    }
}
