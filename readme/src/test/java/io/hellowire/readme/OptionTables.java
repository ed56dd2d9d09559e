package io.hellowire.readme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The tables of options, made from the commands themselves. */
final class OptionTables {

    private OptionTables() {}

    /** The tables by the names of their places in docs/options.md, in Markdown. */
    static Map<String, List<String>> all() {
        CommandLine server = io.hellowire.server.cli.Main.serverCommand(Map.of());
        CommandLine client = io.hellowire.client.cli.Main.command();
        CommandLine certs = new CommandLine(new io.hellowire.certs.cli.Main());
        Map<String, CommandSpec> mixins = server.getCommandSpec().mixins();
        return Map.of(
                "server", table(server.getCommandSpec().args()),
                "server-commands", commandsBelow(server),
                "client", table(client.getCommandSpec().args()),
                "certs", commandsBelow(certs),
                "limits", limits(mixins.get("limits").options()));
    }

    private static List<String> commandsBelow(CommandLine top) {
        List<String> lines = new ArrayList<>();
        for (CommandLine line : top.getSubcommands().values()) {
            CommandSpec command = line.getCommandSpec();
            lines.addAll(List.of("", "**`" + command.name() + "`**: " + about(command)));
            if (!options(command.args()).isEmpty()) {
                lines.add("");
                lines.addAll(table(command.args()));
            }
        }
        return lines.subList(1, lines.size());
    }

    private static String about(CommandSpec command) {
        String[] header = command.usageMessage().header();
        return String.join(
                " ", header.length > 0 ? header : command.usageMessage().description());
    }

    private static List<String> table(List<ArgSpec> arguments) {
        List<String> lines = new ArrayList<>(List.of("| option | what it does |", "|---|---|"));
        options(arguments).stream()
                .map(argument -> "| " + names(argument) + " | " + cell(description(argument)) + " |")
                .forEach(lines::add);
        return lines;
    }

    private static List<ArgSpec> options(List<ArgSpec> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.hidden() && !isStandardHelp(argument))
                .toList();
    }

    private static List<String> limits(List<OptionSpec> options) {
        List<String> lines = new ArrayList<>(List.of("| flag | default | what |", "|---|---|---|"));
        for (OptionSpec option : options) {
            String normal = option.defaultValue() == null ? "none" : option.defaultValue();
            String what = description(option).replaceAll(" \\([^)]*\\)\\.$", ".");
            lines.add("| `" + option.longestName() + "` | " + normal + " | " + cell(what) + " |");
        }
        return lines;
    }

    private static boolean isStandardHelp(ArgSpec argument) {
        return argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
    }

    private static String names(ArgSpec argument) {
        if (argument instanceof PositionalParamSpec parameter) {
            return "`" + cell(parameter.paramLabel()) + "`";
        }
        OptionSpec option = (OptionSpec) argument;
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return "`" + cell(String.join(", ", option.names()) + value) + "`";
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", Arrays.asList(argument.description()));
    }

    private static String cell(String text) {
        return text.replace("%n", " ").replace("%%", "%").replace("|", "\\|");
    }
}
