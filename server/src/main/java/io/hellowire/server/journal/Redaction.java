package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.server.exchange.Rejection;
import io.hellowire.wire.TrailerSection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
            int nameStart = pastBlanks(head, start, end);
            boolean folded = nameStart > start;
            int valueStart = folded && hidden ? start : valueStartIfHidden(head, nameStart, end);
            hidden = valueStart >= 0;
            if (hidden) {
                shown = shown == head ? head.clone() : shown;
                hide(shown, valueStart, end);
            }
            start = nextLine(head, end);
        }
        return shown;
    }

    /** What may be shown of something that was refused, whose words may repeat the value of a field. */
    Rejection of(Rejection rejection) {
        return new Rejection(
                rejection.onConnection(),
                of(rejection.received()),
                rejection.status(),
                rejection.where(),
                new String(of(rejection.found().getBytes(UTF_8)), UTF_8),
                rejection.expected(),
                rejection.began());
    }

    /** A body that is kept as it came, which ends with its trailer fields, as it may be kept. */
    byte[] ofBody(byte[] raw, @Nullable TrailerSection trailers) {
        byte[] shown = trailers == null ? raw : of(trailers.bytes());
        if (trailers == null || shown == trailers.bytes() || shown.length > raw.length) {
            return raw;
        }
        byte[] kept = raw.clone();
        System.arraycopy(shown, 0, kept, raw.length - shown.length, shown.length);
        return kept;
    }

    /** A lone CR ends no line, but whoever refuses it must not show what others would take for a field. */
    private static int lineEnd(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(byte[] head, int end) {
        boolean crLf = end + 1 < head.length && head[end] == '\r' && head[end + 1] == '\n';
        return crLf ? end + 2 : end + 1;
    }

    private static int pastBlanks(byte[] head, int start, int end) {
        int past = start;
        while (past < end && (head[past] == ' ' || head[past] == '\t')) {
            past++;
        }
        return past;
    }

    /** Where the value begins if this line is one of a hidden field, else a negative number. */
    private int valueStartIfHidden(byte[] head, int start, int end) {
        for (byte[] name : names) {
            int colon = pastBlanks(head, start + name.length, end);
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
            boolean blank = head[i] == ' ' || head[i] == '\t';
            head[i] = blank ? head[i] : (byte) '*';
        }
    }

    @Override
    public String toString() {
        return "Redaction" + names.stream().map(Arrays::toString).toList();
    }
}
