package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.inspect.Endpoint;
import io.hellowire.certs.inspect.Inspection;
import io.hellowire.certs.inspect.InspectionJson;
import io.hellowire.certs.inspect.ServerChain;
import io.hellowire.certs.read.Contents;
import io.hellowire.cli.FileNameText;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is in a file, or what a server sends, and which clients will accept it. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Show the certificates of a file or a server, and who accepts them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} show server.pem",
            "  ${ROOT-COMMAND-NAME} show 192.168.1.7:8443",
            "  ${ROOT-COMMAND-NAME} show --json bundle.p12 --passphrase-env P12_PASSPHRASE"
        })
final class ShowCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|HOST:PORT",
            description = "A file of any format, or a server, which is asked for what it really sends, trusted or not.")
    private String source = "";

    @Option(names = "--json", description = "Print JSON, as inspection.schema.json in the jar describes it.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "The longest wait for a server (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Inspection inspection = inspect();
        if (json) {
            spec.commandLine().getOut().println(InspectionJson.of(inspection));
        } else {
            new InspectionText(spec.commandLine().getOut()).print(inspection);
        }
        return 0;
    }

    private Inspection inspect() throws IOException {
        Endpoint endpoint = Endpoint.parse(source);
        if (endpoint != null && !Files.exists(FileNameText.path(source))) {
            ServerChain chain = new ServerChain(endpoint, timeout);
            return Inspection.of(endpoint.toString(), "TLS", List.of(), chain.fetch(), Instant.now());
        }
        Contents contents = new CertificateLoader(passphrase.passphrase()).loadContents(FileNameText.path(source));
        List<String> keys = contents.keys().stream().map(Key::getAlgorithm).toList();
        return Inspection.of(source, contents.format(), keys, contents.certificates(), Instant.now());
    }
}
