package io.hellowire.client.cli;

import org.jspecify.annotations.Nullable;

/**
 * Where the content of a response goes, and where the report about it.
 *
 * @param content the file for the content, {@code -} for standard output, or {@code null} to keep no more than the report
 *     shows
 * @param report where the report goes
 */
record Placing(@Nullable String content, Report report) {

    boolean toStandardOutput() {
        return "-".equals(content);
    }

    /** Where a report goes. */
    enum Report {
        ON_OUTPUT,
        ON_ERRORS,
        /** Standard error gets the verdict of a failure, and nothing else. */
        FAILURES_ON_ERRORS,
        NOWHERE
    }
}
