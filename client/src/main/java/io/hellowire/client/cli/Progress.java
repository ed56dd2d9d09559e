package io.hellowire.client.cli;

import org.jspecify.annotations.Nullable;

/** Watches how much of a download has come. */
interface Progress extends AutoCloseable {

    /** Shows nothing to anybody. */
    Progress NONE = new Progress() {
        @Override
        public void begin(long alreadyBytes, @Nullable Long totalBytes) {}

        @Override
        public void advance(long bytes) {}

        @Override
        public void close() {}
    };

    /**
     * It begins.
     *
     * @param alreadyBytes how much is there from an earlier run
     * @param totalBytes how much there will be in the end, or {@code null} if nobody knows
     */
    void begin(long alreadyBytes, @Nullable Long totalBytes);

    /** So many more bytes came. */
    void advance(long bytes);

    @Override
    void close();
}
