package io.hellowire.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The options of a long help text, in groups under headings of their own. What is in no group comes last. */
public final class OptionGroups {

    private static final String OTHERS = "Others";

    private final Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();

    /** A group after those that are there. */
    public OptionGroups with(String heading, List<OptionSpec> options) {
        groups.put(heading, List.copyOf(options));
        return this;
    }

    /** Has this command's help show them. */
    public void showIn(CommandSpec command) {
        command.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::text);
    }

    private String text(Help help) {
        StringBuilder text = new StringBuilder();
        List<OptionSpec> others = new ArrayList<>(help.commandSpec().options());
        groups.forEach((heading, options) -> {
            others.removeIf(other -> isAmong(options, other));
            append(text, heading, options, help);
        });
        append(text, OTHERS, others, help);
        return text.toString();
    }

    /** By its name, since a command keeps copies of what it takes in from others. */
    private static boolean isAmong(List<OptionSpec> options, OptionSpec option) {
        return options.stream().anyMatch(one -> one.longestName().equals(option.longestName()));
    }

    private static void append(StringBuilder text, String heading, List<OptionSpec> options, Help help) {
        List<OptionSpec> shown =
                options.stream().filter(option -> !option.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        Help.Layout layout = help.createDefaultLayout(shown, List.of(), help.colorScheme());
        layout.addOptions(shown, help.createDefaultParamLabelRenderer());
        text.append(System.lineSeparator()).append(heading).append(':').append(System.lineSeparator());
        text.append(layout);
    }
}
