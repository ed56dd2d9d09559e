package io.hellowire.server.journal;

/** Leaves out what the user did not ask to see, and gives the rest to the format: of what was refused, without secrets. */
final class Selection implements Format {

    private final JournalOptions options;
    private final Redaction redaction;
    private final Format format;

    Selection(JournalOptions options, Redaction redaction) {
        this.options = options;
        this.redaction = redaction;
        this.format = options.format().make(redaction);
    }

    @Override
    public void write(Entry entry, Bytes out) {
        boolean hidden = entry instanceof Entry.Checked && options.healthChecks() == JournalOptions.HealthChecks.HIDDEN;
        if (!hidden) {
            format.write(entry instanceof Entry.Rejected rejected ? shown(rejected) : entry, out);
        }
    }

    private Entry shown(Entry.Rejected entry) {
        return new Entry.Rejected(entry.connection(), redaction.of(entry.rejection()), entry.answer(), entry.nanos());
    }
}
