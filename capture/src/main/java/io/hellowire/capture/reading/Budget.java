package io.hellowire.capture.reading;

/** How much memory may still be spent on one capture, whatever it holds. */
final class Budget {

    private long leftBytes;

    Budget(long bytes) {
        this.leftBytes = bytes;
    }

    /** As much as leaves room for what is made of it. */
    static Budget ofThisMachine() {
        return new Budget(Runtime.getRuntime().maxMemory() / 6);
    }

    boolean isSpent() {
        return leftBytes <= 0;
    }

    /** Spends so much; the last may cost more than is left. */
    void spend(long bytes) {
        leftBytes -= bytes;
    }
}
