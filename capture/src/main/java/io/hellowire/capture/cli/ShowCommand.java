package io.hellowire.capture.cli;

import io.hellowire.capture.reading.CaptureSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a capture. */
@Command(
        name = "show",
        description =
                "Show what is in a capture: connections, sizes, what TLS agreed on, and whether it can be decrypted.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME} wire.pcapng",
            "  ${COMMAND-FULL-NAME} wire.pcapng | grep 8443",
            "  tshark -i lo -w tcp.pcapng     captures what another program does; then",
            "  ${COMMAND-FULL-NAME} tcp.pcapng"
        },
        mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A pcapng file, from any program.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CaptureSummary.of(file).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
