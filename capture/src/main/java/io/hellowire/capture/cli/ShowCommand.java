package io.hellowire.capture.cli;

import io.hellowire.capture.reading.CaptureSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  ${COMMAND-FULL-NAME} tcp.pcapng",
            "  SSLKEYLOGFILE=keys.log curl https://10.0.0.1:8443/     leaves its secrets; then",
            "  ${COMMAND-FULL-NAME} --keylog keys.log tcp.pcapng"
        },
        mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A pcapng or pcap file, from any program; gzip is fine.")
    private Path file = Path.of("");

    @Option(names = "--keylog", paramLabel = "KEYS", description = "Use the TLS secrets in this key log too.")
    private @Nullable Path keyLog;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CaptureSummary.of(file, keyLog).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
