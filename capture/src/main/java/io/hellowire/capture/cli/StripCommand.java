package io.hellowire.capture.cli;

import io.hellowire.capture.reading.SecretStrip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a capture without the secrets in it, nor what they would open. */
@Command(
        name = "strip",
        description = "Copy a capture without its secrets, and without what --capture-plain shows in the clear.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME} -o shared.pcapng wire.pcapng",
            "  ${COMMAND-FULL-NAME} --output=shared.pcapng wire.pcapng && rm wire.pcapng",
            "  ${PARENT-COMMAND-FULL-NAME} show shared.pcapng    says that no secret is left"
        },
        mixinStandardHelpOptions = true)
public final class StripCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A pcapng file, from any program; gzip is fine.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "Where to write the copy; a new file, not packed.")
    private Path output = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().println(output + ": " + StripText.of(SecretStrip.copy(file, output)));
        return 0;
    }
}
