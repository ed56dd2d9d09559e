package io.hellowire.client.cli;

import io.hellowire.certs.KeyText;
import io.hellowire.cli.Variables;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of a key where the name of its file belongs, before anybody quotes it, looks it up as a host or asks a
 * server for it. What is to be sent may be such a text; without quotes only its first line is sent, and the next would be
 * a host.
 */
final class MisplacedKey {

    /** These take any text. */
    private static final Set<String> TEXTS = Set.of(
            "-d",
            "--data",
            "--data-binary",
            "--data-raw",
            "--data-urlencode",
            "-F",
            "--form",
            "--json-body",
            "--oauth2-bearer",
            "--raw-request",
            "-H",
            "--header");

    private static final Set<String> VARIABLES = Set.of("SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE");

    private MisplacedKey() {}

    /** The option, argument or variable that holds one, or {@code null} if none does. */
    static @Nullable String placeIn(Map<String, String> environment, String... arguments) {
        String[] names = arguments.clone();
        for (int i = 0; i < names.length; i++) {
            if (i > 0 && KeyText.goesOn(value(arguments[i - 1]), arguments[i])) {
                return "argument " + (i + 1);
            }
            if ((i > 0 && TEXTS.contains(arguments[i - 1])) || isText(arguments[i]) || isAddress(arguments[i])) {
                names[i] = "";
            }
        }
        String place = KeyText.placeIn(names);
        return place == null ? variableIn(environment) : place;
    }

    private static boolean isText(String argument) {
        return TEXTS.stream()
                .anyMatch(text -> argument.startsWith(text.startsWith("--") ? text + "=" : text)
                        && argument.length() > text.length());
    }

    /** Without the option that it may be joined to; {@code --data=} ends where a key may begin. */
    private static String value(String argument) {
        return argument.replaceFirst("^-[dH](?=.)", "");
    }

    /** Long base64 in an address is no key. */
    private static boolean isAddress(String argument) {
        String value = argument.startsWith("--") ? argument.substring(argument.indexOf('=') + 1) : argument;
        return value.contains("://") || (!KeyText.isPemIn(value) && value.matches("(?s).*[.:?&].*"));
    }

    private static @Nullable String variableIn(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> Variables.isOurs(name) || VARIABLES.contains(name))
                .filter(name -> TEXTS.stream().noneMatch(text -> name.equals(Variables.variable(text))))
                .filter(name -> KeyText.isIn(environment.getOrDefault(name, "")))
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
