package io.hellowire.client.report;

import java.util.regex.Pattern;

/** Colours, as ANSI sequences; every one of them is ours, since what peers send is escaped before. */
enum Ink {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private static final char ESCAPE = 27;
    private static final Pattern SEQUENCE = Pattern.compile(ESCAPE + "\\[[0-9]+m");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text without our colours. */
    static String without(String text) {
        return text.indexOf(ESCAPE) < 0 ? text : SEQUENCE.matcher(text).replaceAll("");
    }

    String on(String text, Style style) {
        return style.color() && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
