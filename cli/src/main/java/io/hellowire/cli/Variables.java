package io.hellowire.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is if it is not on the command line: the value of {@code HELLOWIRE_} and its name, else of the variable
 * that such programs commonly read. An empty one is none.
 */
public final class Variables implements IDefaultValueProvider {

    private static final String PREFIX = "HELLOWIRE_";

    private final Map<String, String> variables;
    private final Map<String, List<String>> common;

    /** Reads our own variables only. */
    public Variables(Map<String, String> variables) {
        this(variables, Map.of());
    }

    /** @param common the variables of other programs that are read as well, by the name of the option, the first first */
    public Variables(Map<String, String> variables, Map<String, List<String>> common) {
        this.variables = variables;
        this.common = common;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = value(option);
        return value != null && option.type() == boolean.class ? truth(value) : value;
    }

    private @Nullable String value(OptionSpec option) {
        String own = variables.getOrDefault(variable(option), "");
        if (!own.isEmpty()) {
            return own;
        }
        for (String name : common.getOrDefault(name(option), List.of())) {
            String value = variables.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    /** The first of those that may be read whose value is like that, or {@code null}. */
    public @Nullable String nameOfOne(Predicate<String> value) {
        return variables.keySet().stream()
                .filter(name -> isOurs(name) || common.values().stream().anyMatch(names -> names.contains(name)))
                .filter(name -> value.test(variables.getOrDefault(name, "")))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether it may be that of an option. */
    public static boolean isOurs(String name) {
        return name.startsWith(PREFIX);
    }

    /** The variable of an option, such as {@code HELLOWIRE_HTTP_PORT} of {@code --http-port}. */
    public static String variable(OptionSpec option) {
        return variable(name(option));
    }

    /** The variable of an option of this long name. */
    public static String variable(String option) {
        return PREFIX
                + option.substring("--".length())
                        .replace('-', '_')
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT);
    }

    /** The name that it goes by: its first long one. */
    private static String name(OptionSpec option) {
        return Stream.of(option.names())
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElseThrow();
    }

    private static String truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "on" -> "true";
            case "0", "no", "off" -> "false";
            default -> value;
        };
    }
}
