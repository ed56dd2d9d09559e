package io.hellowire.client.report;

/**
 * How a report looks.
 *
 * @param screen what it is shown on
 * @param view how the bytes of the response are shown
 * @param lineEnds whether CR and LF are made visible
 * @param detail how much is said
 * @param explained whether each block is followed by what it means
 * @param secretsShown whether passwords and cookies are shown
 */
public record Style(
        Screen screen, View view, boolean lineEnds, Detail detail, boolean explained, boolean secretsShown) {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;

    /** The usual report on a screen. */
    static Style on(Screen screen) {
        return new Style(screen, View.TEXT, false, Detail.USUAL, false, false);
    }

    /** Plain text of this width. */
    public static Style plain(int columns) {
        return on(new Screen(columns, false, false));
    }

    /** The same screen, for plain text. */
    public Style plain() {
        return plain(screen.columns);
    }

    Glyphs glyphs() {
        return screen.unicode ? Glyphs.UNICODE : Glyphs.ASCII;
    }

    boolean color() {
        return screen.color;
    }

    /** How wide the report is: lines over 100 columns are hard to read, under 40 nothing fits. */
    int width() {
        return Math.max(NARROWEST, Math.min(WIDEST, screen.columns));
    }

    /**
     * What a report is shown on.
     *
     * @param columns the width of the terminal
     * @param unicode whether characters beyond ASCII may be used to draw
     * @param color whether colour may be used, which never says what words do not say
     */
    public record Screen(int columns, boolean unicode, boolean color) {}

    /** How the bytes of a response are shown. */
    public enum View {
        TEXT,
        HEX,
        BOTH,
        NONE
    }

    /** How much is said. */
    public enum Detail {
        /** The verdict only. */
        VERDICT,
        USUAL,
        /** Every field of every certificate, and every question to a DNS server. */
        MORE
    }
}
