package io.hellowire.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells apart the words that mean one thing here and another with curl. */
final class CurlWords {

    private static final Pattern JSON = Pattern.compile("(?s)[{\\[\"@].*");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F]*:[0-9a-fA-F:.]*[^]\"]*\\](?:[:/?#].*)?");

    private static final Pattern GLOB =
            Pattern.compile("\\{[^{}]+}|\\[(?:[A-Za-z]-[A-Za-z]|[0-9]+-[0-9]+)(?::[0-9]+)?\\]");

    private CurlWords() {}

    /** The same with {@code --json-body} for {@code --json} where a value of curl's comes after it. */
    static String[] understood(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals("--json") && isJson(words.get(i + 1))) {
                words.set(i, "--json-body");
            }
        }
        return words.toArray(String[]::new);
    }

    private static boolean isJson(String text) {
        return JSON.matcher(text).matches() && !IPV6.matcher(text).matches();
    }

    /** Whether curl would make many URLs of it. */
    static boolean isGlob(String url) {
        return GLOB.matcher(url).find();
    }
}
