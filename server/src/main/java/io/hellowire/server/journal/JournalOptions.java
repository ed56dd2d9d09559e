package io.hellowire.server.journal;

import io.hellowire.wire.text.Printable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journal shows, how and where.
 *
 * @param format how records look
 * @param destination where they go
 * @param overflow what happens when they come faster than they are taken
 * @param redactedFields the names of fields whose values are hidden, in any case; blanks around them do not count
 * @param rawFolder where each request is also kept as a file, byte for byte; {@code null} for nowhere
 * @param healthChecks whether requests for the health path are shown
 */
public record JournalOptions(
        LogFormat format,
        Destination destination,
        Overflow overflow,
        List<String> redactedFields,
        @Nullable RawFolder rawFolder,
        HealthChecks healthChecks) {

    /** Blocks of lines on standard output, of which none is lost. */
    public static final JournalOptions DEFAULT = new JournalOptions(
            LogFormat.BLOCK, Destination.STANDARD_OUTPUT, Overflow.WAIT, List.of(), null, HealthChecks.HIDDEN);

    public JournalOptions {
        redactedFields = redactedFields.stream().map(String::strip).toList();
        redactedFields.forEach(JournalOptions::requireName);
    }

    /** Names with an asterisk exist (RFC 9110 section 5.1), but whoever writes one here means any name that begins so. */
    private static void requireName(String name) {
        if (!name.matches("[!#$%&'+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException(
                    "redact: \"" + Printable.ofText(name)
                            + "\" (expected: the name of a field, or several with commas between, such as Authorization,Cookie)");
        }
    }

    /** What happens to records when the sink takes them slower than they come. */
    public enum Overflow {
        /** None is lost: requests wait unread until there is room. */
        WAIT,
        /** Requests are answered, records are dropped and counted; the count is journalled when there is room. */
        DROP
    }

    /** Whether requests for the health path are shown. */
    public enum HealthChecks {
        HIDDEN,
        SHOWN
    }

    /**
     * Where each request is kept as a file of its own.
     *
     * @param directory made if it is missing
     * @param mostBytes how much all files in it may take together, {@code null} for any amount
     */
    public record RawFolder(Path directory, @Nullable Long mostBytes) {}

    /** Where records go. */
    public sealed interface Destination {

        /** Standard output. */
        Destination STANDARD_OUTPUT = new StandardOutput();

        /** Standard error. */
        Destination STANDARD_ERROR = new StandardError();

        /** The logger {@code hellowire.requests}. */
        Destination LOGGER = new Logger();

        /** Nowhere. */
        Destination NOWHERE = new Nowhere();

        /** Standard output. */
        record StandardOutput() implements Destination {}

        /** Standard error, where standard output is taken. */
        record StandardError() implements Destination {}

        /** The logger {@code hellowire.requests}. */
        record Logger() implements Destination {}

        /** Nowhere. */
        record Nowhere() implements Destination {}

        /**
         * A file, to which records are appended.
         *
         * @param path made if it is missing
         * @param mostBytes when it has become so long, it is renamed and begun anew; {@code null} for never
         */
        record File(Path path, @Nullable Long mostBytes) implements Destination {

            /** One that grows with what is shown. */
            public File(Path path) {
                this(path, null);
            }
        }
    }
}
