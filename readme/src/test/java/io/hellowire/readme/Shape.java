package io.hellowire.readme;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is left of a program's output when all is taken away that differs from run to run and from machine to machine:
 * times, dates, durations and their bars, sizes, ports that the system chose, process and connection numbers,
 * fingerprints, versions, what TLS agreed on, bytes that TLS made, and where lines are broken.
 */
final class Shape {

    private static final List<Mask> MASKS = List.of(
            mask("\u001B\\[[0-9;]*m", ""),
            mask("(?m)^Running as user .*\\R", ""), // tshark, to root
            mask("([0-9A-F]{2}:){31}[0-9A-F]{2}", "FINGERPRINT"),
            mask("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME"),
            mask("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT", "TIME"),
            mask("\\d{4}-\\d\\d-\\d\\d", "DATE"),
            mask("(?m)^TIMING .*$", "TIMING"),
            mask("[\u2580-\u259F]+", ""),
            mask("\\+?\\d[\\d .,]* ms", "N ms"),
            mask("\\d+ (bytes|packets)", "N $1"),
            mask("pid=\\d+", "pid=N"), // before ports: some process numbers look like one
            mask("\\b[1-6]\\d{4}\\b", "PORT"),
            mask("connection \\d+", "connection N"),
            mask("(curl|hellowire|Python)/[\\w.]+", "$1/VERSION"),
            mask("TLS_[A-Z0-9_]+", "SUITE"),
            mask("\\b([xX]25519\\w*|secp\\d+r1)", "GROUP"),
            mask("not\\s+one\\s+of\\s+the\\s+\\d+\\s+roots\\s+of\\s+\\S+", "not one of the roots"),
            mask("(?m)^(  ([0-9a-f]{2} ){10}.{10})  .*$", "$1"), // the column of HTTPS in a proof
            mask("\\s+", " "));

    private Shape() {}

    /** The shape of what was printed. */
    static String of(String printed) {
        String shape = printed;
        for (Mask mask : MASKS) {
            shape = mask.pattern().matcher(shape).replaceAll(mask.replacement());
        }
        return shape.strip();
    }

    /** Whether this shape is all that the README shows, where {@code ...} stands for anything. */
    static boolean isExactly(String shown, String shape) {
        List<String> parts = parts(shown);
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        int between = shape.length() - first.length() - last.length();
        if (parts.size() == 1 || between < 0) {
            return shape.equals(first);
        }
        return shape.startsWith(first)
                && shape.endsWith(last)
                && hasInOrder(
                        shape.substring(first.length(), first.length() + between), parts.subList(1, parts.size() - 1));
    }

    /** Whether this shape contains all that the README shows, in this order. */
    static boolean contains(List<String> shown, String shape) {
        return hasInOrder(
                shape, shown.stream().flatMap(text -> parts(text).stream()).toList());
    }

    /** Takes each part where it first comes: a pattern of wildcards would try all places, for hours if the last is not there. */
    private static boolean hasInOrder(String text, List<String> parts) {
        int from = 0;
        for (String part : parts) {
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    private static List<String> parts(String shown) {
        return Arrays.stream(of(shown).split("\\.\\.\\.", -1))
                .map(String::strip)
                .toList();
    }

    private static Mask mask(String pattern, String replacement) {
        return new Mask(Pattern.compile(pattern), replacement);
    }

    private record Mask(Pattern pattern, String replacement) {}
}
