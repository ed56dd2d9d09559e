package io.hellowire.client.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives an option that is not on the command line the value of its variable: {@code HELLOWIRE_MAX_TIME}. */
final class Variables implements IDefaultValueProvider {

    static final String PREFIX = "HELLOWIRE_";

    private final Console console;

    Variables(Console console) {
        this.console = console;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = console.variable(variable(option.longestName()));
        if (value.isEmpty()) {
            return null;
        }
        return option.type() == boolean.class ? truth(value) : value;
    }

    /** The variable of an option, such as {@code HELLOWIRE_MAX_TIME} of {@code --max-time}. */
    static String variable(String option) {
        return PREFIX
                + option.substring("--".length())
                        .replace('-', '_')
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT);
    }

    private static String truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "on" -> "true";
            case "0", "no", "off" -> "false";
            default -> value;
        };
    }
}
