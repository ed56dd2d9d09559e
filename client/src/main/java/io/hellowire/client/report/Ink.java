package io.hellowire.client.report;

/** Colours, as ANSI sequences; every one of them is ours, since what peers send is escaped before. */
enum Ink {
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private static final char ESCAPE = 27;

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text, Style style) {
        return style.color() && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
