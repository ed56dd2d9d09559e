package io.hellowire.certs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the text of a key from a name, where a name belongs. People put the key itself into the variable that is for its
 * file, and who then quoted that name would show the key.
 */
public final class KeyText {

    /** What to say of such a text in place of itself. */
    public static final String REFUSAL =
            "the text of a key or certificate (expected: the name of a file that holds it)";

    /** Or its beginning in base64. */
    private static final Pattern PEM_LINE =
            Pattern.compile("(?i)-- ?(BEGIN|END)\\b|(KEY|CERTIFICATE) ?--|LS0tLS1CRUdJTi");
    /** The first bytes of DER, 0x30 and a length, in base64. */
    private static final Pattern DER = Pattern.compile("(?<![A-Za-z0-9+/])M[A-P][A-Za-z0-9+/]{38}");

    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/=]{60,}");

    /** The end of one may be as short as a name, but has no dot, and names are hardly written in capitals. */
    private static final Pattern LINE = Pattern.compile("(?=.*[A-Z])(?:[A-Za-z0-9+/]{4})+[A-Za-z0-9+/=]{4}");

    private KeyText() {}

    /** Whether a text holds PEM, or base64 that may come from it; damaged, too. */
    public static boolean isIn(String text) {
        return isPemIn(text)
                || DER.matcher(text).find()
                || LONG_WORD.matcher(text).results().anyMatch(word -> isRandom(word.group()));
    }

    /** Whether a text has a line of PEM in it, or is base64 of DER from its first letter on: even an address is not. */
    public static boolean isPemIn(String text) {
        Matcher der = DER.matcher(text);
        return PEM_LINE.matcher(text).find() || (der.find() && der.start() == 0);
    }

    /** Whether a text, of whatever length, is the next line of one, cut where nobody quoted the key. */
    public static boolean goesOn(String text, String next) {
        return isIn(text) && LINE.matcher(next).matches();
    }

    /** The first of these arguments that holds one, by the name of its option, or {@code null} if none does. */
    public static @Nullable String placeIn(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (isIn(arguments[i])) {
                return place(arguments[i], i == 0 ? "" : arguments[i - 1], i + 1);
            }
        }
        return null;
    }

    private static String place(String argument, String before, int number) {
        int equals = argument.indexOf('=');
        if (equals > 0 && isOption(argument.substring(0, equals))) {
            return argument.substring(0, equals);
        }
        return isOption(before) ? before : "argument " + number;
    }

    private static boolean isOption(String text) {
        return text.matches("--?[a-z][a-z0-9.-]{0,30}");
    }

    /** In random base64 two characters of three are of another kind than the one before; in a path of names few are. */
    private static boolean isRandom(String word) {
        int changes = 0;
        int[] kinds = new int[4];
        for (int i = 0; i < word.length(); i++) {
            int kind = kind(word.charAt(i));
            kinds[kind]++;
            changes += i > 0 && kind != kind(word.charAt(i - 1)) ? 1 : 0;
        }
        return kinds[0] > 2 && kinds[1] > 2 && kinds[2] > 2 && changes * 2 >= word.length();
    }

    private static int kind(char c) {
        return Character.isUpperCase(c) ? 0 : Character.isLowerCase(c) ? 1 : Character.isDigit(c) ? 2 : 3;
    }
}
