package io.hellowire.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_AT_FILE_PARAMETER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The order of a help text: what it does, examples, then all the rest, and what stands beside it at the end. */
final class HelpLayout {

    private static final String SEE_ALSO = "seeAlso";

    private static final List<String> ORDER = List.of(
            SECTION_KEY_HEADER,
            SECTION_KEY_DESCRIPTION,
            SECTION_KEY_FOOTER_HEADING,
            SECTION_KEY_FOOTER,
            SECTION_KEY_SYNOPSIS_HEADING,
            SECTION_KEY_SYNOPSIS,
            SECTION_KEY_PARAMETER_LIST,
            SECTION_KEY_AT_FILE_PARAMETER,
            SECTION_KEY_OPTION_LIST,
            SECTION_KEY_COMMAND_LIST_HEADING,
            SECTION_KEY_COMMAND_LIST,
            SEE_ALSO);

    private HelpLayout() {}

    /** A tool's command names the other tools at its end, those below it name each other. */
    static void applyTo(CommandLine command, Tool tool) {
        command.setHelpSectionKeys(ORDER);
        seeAlso(
                command,
                Stream.of(Tool.values())
                        .filter(other -> other != tool)
                        .map(other -> System.lineSeparator() + "  " + other.typed() + "    " + other.about())
                        .collect(Collectors.joining()));
        command.getSubcommands().forEach((name, below) -> {
            Set<String> others = new TreeSet<>(command.getSubcommands().keySet());
            others.remove(name);
            seeAlso(below, " " + String.join(", ", others));
        });
    }

    /** Put together when somebody asks for help, and not at each start. */
    private static void seeAlso(CommandLine command, String what) {
        command.getCommandSpec().usageMessage().synopsisHeading("%nUsage: ");
        command.getHelpSectionMap().put(SEE_ALSO, help -> String.format("%nSee also:%s%n", what));
    }
}
