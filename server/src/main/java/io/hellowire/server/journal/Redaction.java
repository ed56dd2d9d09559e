package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Hides the values of some fields: each of their bytes becomes an asterisk, so that all positions stay what they are.
 * It works on bytes, so it also finds the fields of heads that are malformed.
 */
final class Redaction {

    private final List<byte[]> names;

    /** @param names of the fields whose values are hidden, in any case */
    Redaction(List<String> names) {
        this.names = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).getBytes(US_ASCII))
                .toList();
    }

    /** Whether the values of fields with this name are hidden. */
    boolean hides(String name) {
        byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
        return names.stream().anyMatch(hidden -> Arrays.equals(hidden, bytes));
    }

    /** The head as it may be shown; the same array if nothing in it is to be hidden. */
    byte[] of(byte[] head) {
        if (names.isEmpty()) {
            return head;
        }
        byte[] shown = head;
        boolean hidden = false;
        for (int start = 0; start < head.length; ) {
            int end = lineEnd(head, start);
            boolean folded = head[start] == ' ' || head[start] == '\t';
            int valueStart = folded && hidden ? start : valueStartIfHidden(head, start, end);
            hidden = valueStart >= 0;
            if (hidden) {
                shown = shown == head ? head.clone() : shown;
                hide(shown, valueStart, end);
            }
            start = end + 1;
        }
        return shown;
    }

    private static int lineEnd(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Where the value begins if this line is one of a hidden field, else a negative number. */
    private int valueStartIfHidden(byte[] head, int start, int end) {
        for (byte[] name : names) {
            int colon = start + name.length;
            while (colon < end && (head[colon] == ' ' || head[colon] == '\t')) {
                colon++;
            }
            if (colon < end && head[colon] == ':' && startsWith(head, start, name)) {
                return colon + 1;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] head, int start, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            byte b = head[start + i];
            boolean capital = b >= 'A' && b <= 'Z';
            if ((capital ? b + ('a' - 'A') : b) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static void hide(byte[] head, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean blank = head[i] == ' ' || head[i] == '\t' || head[i] == '\r';
            head[i] = blank ? head[i] : (byte) '*';
        }
    }

    @Override
    public String toString() {
        return "Redaction" + names.stream().map(Arrays::toString).toList();
    }
}
