package io.hellowire.client.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of one header field: to send it with a value, with an empty one, or not at all.
 *
 * @param name as it goes out
 * @param value as it goes out, or {@code null} to leave the field out
 */
public record HeaderChange(String name, @Nullable String value) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** What is longer is no name. */
    private static final int LONGEST_NAME = 40;

    private static final String EXPECTED = " (expected: 'Name: value', 'Name;' for an empty one, 'Name:' for none)";

    /** Whether both are about one field. */
    public boolean isOfSameField(HeaderChange other) {
        return name.equalsIgnoreCase(other.name);
    }

    /** Reads curl's notation: {@code Name: value}, {@code Name;} for an empty value, {@code Name:} for none. */
    public static HeaderChange parse(String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("--header: a line end or NUL in it (expected: one line)");
        }
        int colon = text.indexOf(':');
        boolean empty = colon < 0 && text.endsWith(";");
        if (colon < 0 && !empty) {
            throw new IllegalArgumentException("--header: " + beginning(text) + EXPECTED);
        }
        String name = text.substring(0, empty ? text.length() - 1 : colon);
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("--header: " + beginning(text) + EXPECTED);
        }
        String value = empty ? "" : text.substring(colon + 1).strip();
        return new HeaderChange(name, value.isEmpty() && !empty ? null : value);
    }

    /** Its first word, which should be the name; what follows may be a password, and base64 goes on after a slash. */
    private static String beginning(String text) {
        Matcher name = TOKEN.matcher(text);
        String word = name.lookingAt() ? name.group() : "";
        boolean isSecret = word.length() > LONGEST_NAME || text.startsWith("/", word.length());
        String shown = isSecret ? "" : word;
        return "\"" + shown + (shown.length() < text.length() ? "...\"" : "\"");
    }
}
