package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/** Collects lines of base64 and decodes them, strictly; what is wrong is told with the number of its line. */
final class Base64Lines {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    private final StringBuilder collected = new StringBuilder();
    private boolean padded;

    /** Whether a line holds base64 characters only; an empty line does. */
    static boolean isBase64(String line) {
        return firstStranger(line) == line.length();
    }

    /**
     * Adds a line, without its line ending and the blanks around it.
     *
     * @param number its number in the file, from 1
     */
    void add(String line, int number) throws UnreadableException {
        int stranger = firstStranger(line);
        if (stranger < line.length()) {
            throw new UnreadableException(
                    "line " + number + ": '" + line.charAt(stranger) + "' in the base64", "A-Z a-z 0-9 + / = only");
        }
        if (padded && !line.isEmpty()) {
            throw new UnreadableException("line " + number + ": more base64 after its end", "nothing after the '='");
        }
        int padding = line.indexOf('=');
        if (padding >= 0) {
            padded = true;
            if (!line.substring(padding).equals("=") && !line.substring(padding).equals("==")) {
                throw new UnreadableException("line " + number + ": '=' inside the base64", "'=' at its end only");
            }
        }
        collected.append(line);
    }

    /**
     * The bytes.
     *
     * @param lastLine the number of the last line added, for the message
     */
    byte[] decode(int lastLine) throws UnreadableException {
        if (collected.isEmpty()) {
            throw new UnreadableException("line " + lastLine + ": an empty block", "base64");
        }
        if (collected.length() % 4 != 0) {
            throw new UnreadableException(
                    "line " + lastLine + ": the base64 ends after " + collected.length() + " characters",
                    "a multiple of 4; a line is cut off or missing");
        }
        try {
            return Base64.getDecoder().decode(collected.toString().getBytes(ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("line " + lastLine + ": broken base64", "base64", e);
        }
    }

    private static int firstStranger(String line) {
        int i = 0;
        while (i < line.length() && ALPHABET.indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
