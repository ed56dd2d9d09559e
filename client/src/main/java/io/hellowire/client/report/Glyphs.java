package io.hellowire.client.report;

/** The characters that a report is drawn with. */
enum Glyphs {
    UNICODE("✓", "✗", "→", "█", "░", "▏", "·"),
    ASCII("ok", "x", "->", "#", "/", "|", "-");

    private final String ok;
    private final String bad;
    private final String arrow;
    private final String bar;
    private final String hatched;
    private final String thin;
    private final String dot;

    Glyphs(String ok, String bad, String arrow, String bar, String hatched, String thin, String dot) {
        this.ok = ok;
        this.bad = bad;
        this.arrow = arrow;
        this.bar = bar;
        this.hatched = hatched;
        this.thin = thin;
        this.dot = dot;
    }

    String ok() {
        return ok;
    }

    String bad() {
        return bad;
    }

    String arrow() {
        return arrow;
    }

    /** A cell of a phase that went well. */
    String bar() {
        return bar;
    }

    /** A cell of the phase that failed. */
    String hatched() {
        return hatched;
    }

    /** A phase too short for a cell. */
    String thin() {
        return thin;
    }

    String dot() {
        return dot;
    }
}
