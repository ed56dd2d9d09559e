package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/**
 * Finds the name of a field in bytes that were refused, where it may stand as it should not: anywhere in a line, split
 * by a fold, with a NUL or half a character in it, a byte of it missing, added or changed.
 */
final class LooseName {

    /** In a shorter name one byte makes a different word. */
    private static final int LENGTH_OF_A_WORD = 5;
    /** So many bytes that are no letters may stand inside; more would cost too much, and would be no name. */
    private static final int LONGEST_SPLIT = 64;

    private final byte[] name;

    LooseName(String name) {
        this.name = name.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
    }

    /**
     * Where the name ends that begins at this place.
     *
     * @return a negative number if none begins there
     */
    int endIn(byte[] text, int start) {
        boolean beginsAWord = isLetter(text[start]) && (start == 0 || !isLetter(text[start - 1]));
        return !beginsAWord ? -1 : end(text, start, 0, name.length < LENGTH_OF_A_WORD ? 0 : 1, LONGEST_SPLIT);
    }

    private int end(byte[] text, int at, int done, int faults, int split) {
        if (done == name.length && (at == text.length || !isLetter(text[at]))) {
            return at;
        }
        if (at == text.length) {
            return done + faults >= name.length ? at : -1;
        }
        if (done < name.length && lowerCase(text[at]) == name[done]) {
            int end = end(text, at + 1, done + 1, faults, split);
            if (end >= 0) {
                return end;
            }
        }
        if (done > 0 && done < name.length && !isLetter(text[at]) && split > 0) {
            int end = end(text, at + 1, done, faults, split - 1);
            if (end >= 0) {
                return end;
            }
        }
        return faults == 0 ? -1 : endAfterAFault(text, at, done, split);
    }

    private int endAfterAFault(byte[] text, int at, int done, int split) {
        int changed = done == name.length ? -1 : end(text, at + 1, done + 1, 0, split);
        int missing = changed >= 0 || done == name.length ? changed : end(text, at, done + 1, 0, split);
        return missing >= 0 ? missing : end(text, at + 1, done, 0, split);
    }

    /** Whether names that people use have it in them; quotes and the like may be around one. */
    static boolean isLetter(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '-' || b == '_';
    }

    private static int lowerCase(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
