package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.server.exchange.Rejection;
import io.hellowire.wire.TrailerSection;
import io.hellowire.wire.text.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides the values of some fields: each of their bytes becomes an asterisk, so that all positions stay what they are.
 * It works on bytes, so it also finds the fields of heads that are malformed.
 */
final class Redaction {

    /** What may be a piece of something received, perhaps cut off; of fewer letters it tells nothing. */
    private static final Pattern QUOTED = Pattern.compile("[^ \"]{3,}?(?=\\.\\.\\.|[ \"]|$)");

    private final List<byte[]> names;
    private final List<LooseName> looseNames;

    /** @param names of the fields whose values are hidden, in any case */
    Redaction(List<String> names) {
        this.names = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).getBytes(US_ASCII))
                .toList();
        this.looseNames = names.stream().map(LooseName::new).toList();
    }

    /** Whether the values of fields with this name are hidden. */
    boolean hides(String name) {
        byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
        return names.stream().anyMatch(hidden -> Arrays.equals(hidden, bytes));
    }

    /** The head of a request as it may be shown; the same array if nothing in it is to be hidden. */
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
            start = end + 1;
        }
        return shown;
    }

    /**
     * What may be shown of bytes that are no request, or not yet: all is hidden from the name of a field on, however it
     * is written, until a line begins with the name of another.
     */
    byte[] ofRefused(byte[] received) {
        byte[] shown = received;
        for (int at = 0; at < received.length && !names.isEmpty(); at++) {
            int value = valueInRefused(received, at);
            if (value >= 0) {
                int end = nextOther(received, value);
                shown = shown == received ? received.clone() : shown;
                hide(shown, value, end);
                at = end - 1;
            }
        }
        return shown;
    }

    /** What may be shown of what came after the end; after something refused, the value of a field may go on in it. */
    byte[] of(Entry.AfterEnd entry) {
        byte[] shown = ofRefused(entry.connection().surplus().beginning());
        if (entry.refused() && !names.isEmpty()) {
            shown = shown.clone();
            hide(shown, 0, isOther(shown, 0) ? 0 : nextOther(shown, 0));
        }
        return shown;
    }

    /** What may be shown of something that was refused, whose words may repeat the value of a field. */
    Rejection of(Rejection rejection) {
        byte[] shown = ofRefused(rejection.received());
        byte[] shownFault = ofRefused(rejection.fault());
        String found = withoutHidden(rejection.problem().found(), rejection.received(), shown);
        return new Rejection(
                rejection.onConnection(),
                shown,
                rejection.body(),
                shownFault,
                rejection.status(),
                new Rejection.Problem(
                        rejection.problem().where(),
                        withoutHidden(found, rejection.fault(), shownFault),
                        rejection.problem().expected()),
                rejection.began());
    }

    /** Words about what was received, which may quote what is hidden there, with its name or without. */
    private String withoutHidden(String words, byte[] received, byte[] shown) {
        String text = new String(ofRefused(words.getBytes(UTF_8)), UTF_8);
        if (shown == received) {
            return text;
        }
        String whole = Printable.ofLatin1(new String(received, ISO_8859_1));
        String visible = Printable.ofLatin1(new String(shown, ISO_8859_1));
        return QUOTED.matcher(text).replaceAll(quoted -> {
            boolean hidden = whole.contains(quoted.group()) && !visible.contains(quoted.group());
            return hidden ? "*".repeat(quoted.group().length()) : Matcher.quoteReplacement(quoted.group());
        });
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

    private static int lineEnd(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
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

    /** Where what is to be hidden begins behind a name at this place, else a negative number. */
    private int valueInRefused(byte[] received, int at) {
        for (LooseName name : looseNames) {
            int end = name.endIn(received, at);
            if (end >= 0) {
                int colon = pastBlanks(received, end, received.length);
                return colon < received.length && received[colon] == ':' ? colon + 1 : end;
            }
        }
        return -1;
    }

    /** Where the next line begins that is one of another field. */
    private int nextOther(byte[] received, int from) {
        int start = lineEnd(received, from) + 1;
        while (start < received.length && !isOther(received, start)) {
            start = lineEnd(received, start) + 1;
        }
        return Math.min(start, received.length);
    }

    private boolean isOther(byte[] received, int start) {
        int end = start;
        while (end < received.length && LooseName.isLetter(received[end])) {
            end++;
        }
        boolean field = end > start && end < received.length && received[end] == ':';
        return field && valueInRefused(received, start) < 0;
    }

    private static void hide(byte[] head, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean blank = head[i] == ' ' || head[i] == '\t' || head[i] == '\r' || head[i] == '\n';
            head[i] = blank ? head[i] : (byte) '*';
        }
    }

    @Override
    public String toString() {
        return "Redaction" + names.stream().map(Arrays::toString).toList();
    }
}
