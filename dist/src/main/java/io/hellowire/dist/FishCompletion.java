package io.hellowire.dist;

import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes fish complete the command: a line for each word and each option, with the condition under which it fits. */
final class FishCompletion {

    private final CommandLine all;
    private final StringBuilder text = new StringBuilder("# fish completion for hellowire\n");

    FishCompletion(CommandLine all) {
        this.all = all;
    }

    String text() {
        String words = String.join(" ", all.getSubcommands().keySet());
        words(all, "not __fish_seen_subcommand_from " + words);
        all.getSubcommands().forEach((word, command) -> {
            String here = Word.SERVE.typed().equals(word)
                    ? "not __fish_seen_subcommand_from " + without(words, word)
                    : "test (count (commandline -opc)) -gt 1; and test (commandline -opc)[2] = " + word;
            command(command, here);
        });
        return text.toString();
    }

    private void command(CommandLine command, String here) {
        Map<String, CommandLine> below = command.getSubcommands();
        options(command.getCommandSpec(), here);
        if (!below.isEmpty()) {
            words(command, here + "; and not __fish_seen_subcommand_from " + String.join(" ", below.keySet()));
            below.forEach(
                    (word, one) -> options(one.getCommandSpec(), here + "; and __fish_seen_subcommand_from " + word));
        }
    }

    private static String without(String words, String word) {
        return words.replaceFirst("\\b" + word + " ", "");
    }

    private void words(CommandLine command, String when) {
        command.getSubcommands()
                .forEach((word, below) -> text.append("complete -c hellowire -n '")
                        .append(when)
                        .append("' -f -a ")
                        .append(word)
                        .append(" -d ")
                        .append(quoted(about(word, below)))
                        .append('\n'));
    }

    private String about(String word, CommandLine command) {
        Word first = all.getSubcommands().get(word) == command ? Word.of(word) : null;
        return first == null ? OptionText.about(command.getCommandSpec()) : first.about();
    }

    private void options(CommandSpec command, String when) {
        for (OptionSpec option : OptionText.shown(command)) {
            text.append("complete -c hellowire -n '").append(when).append("' ");
            text.append(java.util.Arrays.stream(option.names())
                    .map(FishCompletion::name)
                    .collect(Collectors.joining(" ")));
            text.append(OptionText.takesValue(option) ? " -r" : "").append(" -d ");
            text.append(quoted(OptionText.about(option))).append('\n');
        }
    }

    private static String name(String name) {
        if (name.startsWith("--")) {
            return "-l " + name.substring(2);
        }
        return "-s '" + name.substring(1) + "'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
