package io.hellowire.server.cli;

import io.hellowire.certs.KeyText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is if it is not on the command line: the value of {@code HELLOWIRE_} and its name, else of the variable
 * that such servers commonly read. {@code HELLOWIRE_PORT} is never read: Kubernetes sets it to a URL when a service is
 * called hellowire.
 */
final class Environment implements IDefaultValueProvider {

    private static final String PREFIX = "HELLOWIRE_";

    private static final Map<String, List<String>> COMMON = Map.of(
            "--http-port", List.of("HTTP_PORT", "PORT"),
            "--https-port", List.of("HTTPS_PORT"),
            "--cert", List.of("HTTPS_CERT_FILE"),
            "--key", List.of("HTTPS_KEY_FILE"));

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = value(name(option));
        return value != null && isSwitch(option) ? truth(value) : value;
    }

    /** A variable for a name that holds the text of a key, or {@code null}. */
    static @Nullable String keyIn(Map<String, String> variables) {
        return variables.keySet().stream()
                .filter(name ->
                        name.startsWith(PREFIX) || COMMON.values().stream().anyMatch(common -> common.contains(name)))
                .filter(name -> KeyText.isIn(variables.getOrDefault(name, "")))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** The name that it goes by: its first long one. */
    static String name(OptionSpec option) {
        return Stream.of(option.names())
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String value(String option) {
        String own = variables.get(variable(option));
        if (own != null && !own.isEmpty()) {
            return own;
        }
        for (String name : COMMON.getOrDefault(option, List.of())) {
            String common = variables.get(name);
            if (common != null && !common.isEmpty()) {
                return common;
            }
        }
        return null;
    }

    /** The variable of an option, such as {@code HELLOWIRE_HTTP_PORT} of {@code --http-port}. */
    static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static boolean isSwitch(OptionSpec option) {
        return option.type() == boolean.class;
    }

    private static String truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "on" -> "true";
            case "0", "no", "off" -> "false";
            default -> value;
        };
    }
}
