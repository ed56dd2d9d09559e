package io.hellowire.dist;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page {@code hellowire(1)}, in the macros of man(7): each word with its arguments, options and examples. */
final class ManPage {

    private final CommandLine all;
    private final String version;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandLine all, String version) {
        this.all = all;
        this.version = version;
    }

    String text() {
        line(".TH HELLOWIRE 1 \"\" \"Hellowire " + version + "\" \"\"");
        section("NAME");
        line("hellowire \\- shows what really crosses the wire");
        section("SYNOPSIS");
        line(".B hellowire");
        line("[\\fIWORD\\fR] [\\fIARGUMENT\\fR]...");
        section("DESCRIPTION");
        line(
                "A server that shows every request as it came, a client that shows every step of a fetch, and certificates.");
        for (Word word : Word.values()) {
            item(word.withArgument(), word.about());
        }
        all.getSubcommands().forEach(this::command);
        section("ENVIRONMENT");
        for (List<String> variable : VARIABLES) {
            item(variable.get(0), variable.get(1));
        }
        return text.toString();
    }

    private static final List<List<String>> VARIABLES = List.of(
            List.of("HELLOWIRE_...", "Each option has a variable: HELLOWIRE_HTTP_PORT for \\-\\-http\\-port."),
            List.of("JAVA_HOME", "The Java to take, if it is 17 or newer; else the newest there is."),
            List.of("HELLOWIRE_JAVA_OPTIONS", "Options for Java in addition, such as \\-Xmx512m."),
            List.of("HELLOWIRE_ARCHIVES", "off: make and use no archive of loaded classes in the user's cache."));

    private void command(String name, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.args().isEmpty() && command.getSubcommands().isEmpty()) {
            return;
        }
        section(("hellowire " + name).toUpperCase(java.util.Locale.ROOT));
        paragraph(OptionText.about(spec));
        arguments(spec);
        for (Map.Entry<String, CommandLine> below : command.getSubcommands().entrySet()) {
            line(".SS " + escaped(name + " " + below.getKey()));
            paragraph(OptionText.about(below.getValue().getCommandSpec()));
            arguments(below.getValue().getCommandSpec());
        }
    }

    private void arguments(CommandSpec command) {
        for (ArgSpec argument : command.args()) {
            if (!argument.hidden()) {
                item(names(argument), OptionText.oneLine(argument.description()));
            }
        }
    }

    private static String names(ArgSpec argument) {
        if (argument instanceof PositionalParamSpec) {
            return argument.paramLabel();
        }
        OptionSpec option = (OptionSpec) argument;
        return String.join(", ", Arrays.asList(option.names()))
                + (OptionText.takesValue(option) ? " " + option.paramLabel() : "");
    }

    private void section(String title) {
        line(".SH " + escaped(title));
    }

    private void item(String name, String about) {
        line(".TP");
        line(".B " + escaped(name));
        paragraph(about);
    }

    private void paragraph(String words) {
        line(escaped(words));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** A backslash and a hyphen are their own only when escaped; a line that begins with a dot would be a macro. */
    private static String escaped(String words) {
        String safe = words.replace("\\-", "-").replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
