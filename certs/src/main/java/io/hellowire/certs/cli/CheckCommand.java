package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.inspect.ClientKind;
import io.hellowire.certs.inspect.Evidence;
import io.hellowire.certs.inspect.Verdict;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that a key fits its certificate and that clients will accept it for a host; the exit code tells. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Check that key and certificate match each other and a host. Exits with 0 if they do.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} check --for 192.168.1.7 server.pem server-key.pem",
            "  ${ROOT-COMMAND-NAME} check --for device.local --client mbedtls2 ca.pem server.pem",
            "  ${ROOT-COMMAND-NAME} check --for https://192.168.1.7:8443/ --client android server.pem"
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The certificate, its chain, root and key, in any order.")
    private List<Path> files = List.of();

    @Option(
            names = "--for",
            paramLabel = "HOST",
            required = true,
            description = "What clients have in their URL: a host name or IP address, or the URL.")
    private String host = "";

    @Option(
            names = "--client",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "chrome,curl,java",
            description = "Who must accept it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<ClientKind> clients = List.of();

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String name = host();
        Input input = Input.load(files, passphrase.passphrase());
        if (input.material().certificates().isEmpty()) {
            throw new CertificateFileException(files.get(0), "a private key and no certificate", "its certificate too");
        }
        input.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        Evidence evidence = Evidence.onceTrusted(input.certificates(), Instant.now());
        boolean accepted = true;
        for (ClientKind client : clients) {
            accepted &= print(evidence.verdict(client, name));
        }
        return accepted ? 0 : 1;
    }

    private String host() {
        try {
            return HostArgument.of(host);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private boolean print(Verdict verdict) {
        String answer = verdict.accepts() ? "accepts it, once it is trusted" : String.join("; ", verdict.reasons());
        spec.commandLine()
                .getOut()
                .println(Printable.withLetters(verdict.client().title() + ": " + answer));
        return verdict.accepts();
    }
}
