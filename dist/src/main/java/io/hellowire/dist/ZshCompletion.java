package io.hellowire.dist;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes zsh complete the command: a function for each command with a line for each option. */
final class ZshCompletion {

    private final CommandLine all;
    private final StringBuilder text = new StringBuilder("#compdef hellowire\n");

    ZshCompletion(CommandLine all) {
        this.all = all;
    }

    String text() {
        Map<String, CommandLine> words = all.getSubcommands();
        words.forEach((word, command) -> function("_hellowire_" + word, command));
        text.append("\n_hellowire() {\n    local -a words_of\n    words_of=(\n");
        words.forEach((word, command) -> line(word + ":"
                + Word.valueOf(word.toUpperCase(java.util.Locale.ROOT)).about()));
        text.append("    )\n");
        choice(words.keySet().stream(), "_hellowire_", "_hellowire_serve");
        text.append("}\n\n_hellowire \"$@\"\n");
        return text.toString();
    }

    private void function(String name, CommandLine command) {
        Map<String, CommandLine> below = command.getSubcommands();
        below.forEach((word, one) -> function(name + "_" + word, one));
        text.append('\n').append(name).append("() {\n");
        if (below.isEmpty()) {
            options(command.getCommandSpec());
        } else {
            text.append("    local -a words_of\n    words_of=(\n");
            below.forEach((word, one) -> line(word + ":" + OptionText.about(one.getCommandSpec())));
            text.append("    )\n");
            choice(below.keySet().stream(), name + "_", "");
        }
        text.append("}\n");
    }

    /** While the word is typed: the words; after it: the function of that word. */
    private void choice(Stream<String> words, String functions, String otherwise) {
        text.append("    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then\n");
        text.append("        _describe command words_of\n        return\n    fi\n");
        text.append("    case ${words[2]} in\n");
        text.append(
                words.map(word -> "        " + word + ") shift words; (( CURRENT-- )); " + functions + word + " ;;\n")
                        .collect(Collectors.joining()));
        text.append(otherwise.isEmpty() ? "" : "        *) " + otherwise + " ;;\n");
        text.append("    esac\n");
    }

    private void options(CommandSpec command) {
        text.append("    _arguments -S \\\n");
        for (OptionSpec option : OptionText.shown(command)) {
            for (String name : option.names()) {
                String value = OptionText.takesValue(option) ? ":" + escaped(option.paramLabel()) + ":_files" : "";
                text.append("        ")
                        .append(quoted("*" + name + "[" + escaped(OptionText.about(option)) + "]" + value))
                        .append(" \\\n");
            }
        }
        text.append("        '*:argument:_files'\n");
    }

    private void line(String word) {
        text.append("        ").append(quoted(word)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
