package io.hellowire.client.report;

/** Text in columns. {@link String#format} could do it too, but is slow to load, and writes Arabic digits for an Arab. */
final class Column {

    private Column() {}

    static String left(String text, int columns) {
        return text + gap(text, columns);
    }

    static String left(int number, int columns) {
        return left(Integer.toString(number), columns);
    }

    static String right(String text, int columns) {
        return gap(text, columns) + text;
    }

    static String right(int number, int columns) {
        return right(Integer.toString(number), columns);
    }

    private static String gap(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length()));
    }
}
