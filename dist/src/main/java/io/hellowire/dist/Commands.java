package io.hellowire.dist;

import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command with all below it, as completions and manual show it. Running it never needs all of them at once. */
final class Commands {

    private Commands() {}

    /** Each word with its own options; {@code serve} stands for what happens without a word, too. */
    static CommandLine all() {
        CommandLine all = new CommandLine(CommandSpec.create().name("hellowire"));
        all.getCommandSpec().usageMessage().description("Shows what really crosses the wire.");
        CommandLine server = io.hellowire.server.cli.Main.serverCommand(Map.of());
        for (Word word : Word.values()) {
            all.addSubcommand(word.typed(), commandOf(word, server));
        }
        return all;
    }

    private static CommandLine commandOf(Word word, CommandLine server) {
        return switch (word) {
            case SERVE -> withoutCommands(server);
            case GET -> io.hellowire.client.cli.Main.command();
            case CERTS -> withoutCompletion(new CommandLine(new io.hellowire.certs.cli.Main()));
            case PROVE, SHOW, STRIP, HEALTHCHECK ->
                Objects.requireNonNull(
                        io.hellowire.server.cli.Main.serverCommand(Map.of())
                                .getSubcommands()
                                .get(word.typed()),
                        word.typed());
            case INSTALL -> install();
            case HELP -> new CommandLine(CommandSpec.create());
        };
    }

    private static CommandLine withoutCommands(CommandLine server) {
        CommandSpec spec = server.getCommandSpec();
        for (Word word : Word.values()) {
            if (spec.subcommands().containsKey(word.typed())) {
                spec.removeSubcommand(word.typed());
            }
        }
        return server;
    }

    private static CommandLine withoutCompletion(CommandLine certs) {
        certs.getCommandSpec().removeSubcommand("completion");
        return certs;
    }

    /** The launcher's own; what its script says about them. */
    private static CommandLine install() {
        CommandSpec spec = CommandSpec.create()
                .addOption(OptionSpec.builder("--prefix")
                        .paramLabel("FOLDER")
                        .type(java.nio.file.Path.class)
                        .description("Where bin, lib and share are, or are to be (~/.local).")
                        .build())
                .addOption(OptionSpec.builder("--remove")
                        .description("Take away what it put there.")
                        .build());
        return new CommandLine(spec);
    }
}
