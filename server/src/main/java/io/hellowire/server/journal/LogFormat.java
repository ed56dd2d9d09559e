package io.hellowire.server.journal;

/** The formats a journal can have. */
public enum LogFormat {
    /** A block of lines for each request, with all of its head. */
    BLOCK,
    /** One line for each request. */
    LINE,
    /** One JSON object for each request, on a line of its own. */
    JSON,
    /** Apache's combined log format. */
    COMBINED;

    Format make(Redaction redaction) {
        return switch (this) {
            case BLOCK -> new BlockFormat(redaction);
            case LINE -> new LineFormat(redaction);
            case JSON -> new JsonFormat(redaction);
            case COMBINED -> new CombinedFormat(redaction);
        };
    }
}
