package io.hellowire.server.journal;

/** Leaves out what the user did not ask to see, and gives the rest to the format. */
final class Selection implements Format {

    private final JournalOptions options;
    private final Format format;

    Selection(JournalOptions options, Redaction redaction) {
        this.options = options;
        this.format = options.format().make(redaction);
    }

    @Override
    public void write(Entry entry, Bytes out) {
        boolean hidden = entry instanceof Entry.Checked && options.healthChecks() == JournalOptions.HealthChecks.HIDDEN;
        if (!hidden && !(options.destination() instanceof JournalOptions.Destination.Nowhere)) {
            format.write(entry, out);
        }
    }
}
