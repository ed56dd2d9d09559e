package io.hellowire.certs;

/**
 * Text from files and peers made safe for a terminal: one line, without control characters or marks that change the
 * direction of writing, which show as <code>&#92;u001b</code>. Backslashes stay as they are.
 */
public final class Escaped {

    private Escaped() {}

    /** The text with every character that does not simply show replaced by its number. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (shows(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
