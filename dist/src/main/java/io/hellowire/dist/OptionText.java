package io.hellowire.dist;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and readers are told about options. */
final class OptionText {

    private OptionText() {}

    /** Those that people are told of. */
    static List<OptionSpec> shown(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** What it does, in one line. */
    static String about(OptionSpec option) {
        return oneLine(option.description());
    }

    /** What a command does, in one line. */
    static String about(CommandSpec command) {
        String[] header = command.usageMessage().header();
        return oneLine(header.length > 0 ? header : command.usageMessage().description());
    }

    static String oneLine(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }
}
