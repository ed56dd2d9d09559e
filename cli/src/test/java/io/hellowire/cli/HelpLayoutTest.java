package io.hellowire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class HelpLayoutTest {

    private final PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());

    @Test
    void beginsWithASentenceAndExamples() {
        assertThat(spoken().getUsageMessage())
                .startsWith("Does it.\n\nExamples:\n  hellowire-server -a 1\n\nUsage: hellowire-server ");
    }

    @Test
    void endsWithTheOtherTools() {
        assertThat(spoken().getUsageMessage())
                .endsWith("See also:\n  hellowire-client    fetches, and shows every step\n"
                        + "  hellowire-certs    makes and explains certificates\n");
    }

    @Test
    void endsWithTheSistersOfACommand() {
        assertThat(spoken().getSubcommands().get("one").getUsageMessage()).endsWith("\nSee also: two\n");
    }

    @Test
    void showsOptionsInGroupsAndTheRestAtTheEnd() {
        CommandLine command = spoken();
        new OptionGroups()
                .with("Second", List.of(command.getCommandSpec().findOption("-b")))
                .with("First", List.of(command.getCommandSpec().findOption("-a")))
                .showIn(command.getCommandSpec());

        assertThat(command.getUsageMessage().replaceAll(" +", " "))
                .contains("\nSecond:\n -b=<b>\n\nFirst:\n -a=<a>\n\nOthers:\n -c=<c>\n");
    }

    private CommandLine spoken() {
        return Dialect.speak(
                io.hellowire.cli.Tool.SERVER, new CommandLine(new Tool()), nowhere, nowhere, new Variables(Map.of()));
    }

    @Command(
            description = "Does it.",
            footerHeading = "%nExamples:%n",
            footer = "  ${ROOT-COMMAND-NAME} -a 1",
            subcommands = {One.class, Two.class})
    private static final class Tool {

        @Option(names = "-a")
        private int a;

        @Option(names = "-b")
        private int b;

        @Option(names = "-c")
        private int c;
    }

    @Command(name = "one")
    private static final class One {}

    @Command(name = "two")
    private static final class Two {}
}
