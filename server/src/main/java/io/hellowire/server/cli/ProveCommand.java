package io.hellowire.server.cli;

import io.hellowire.server.tls.TlsProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that TLS hides what plain HTTP shows. */
@Command(
        name = "prove",
        description = {
            "Fetch one greeting by HTTP and one by HTTPS from a server of its own, and show what an eavesdropper reads.",
            "Exit with 0 only if HTTP is readable, HTTPS is not, and the secrets of TLS open it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${COMMAND-FULL-NAME}                        with the TLS library that serves",
            "  ${COMMAND-FULL-NAME} --tls-provider jdk     with Java's own",
            "  ${COMMAND-FULL-NAME} && echo it is so       its exit code says whether it holds"
        },
        mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

    @Option(
            names = "--tls-provider",
            paramLabel = "auto|openssl|jdk",
            defaultValue = "auto",
            description = "TLS library: BoringSSL or the JDK's (${DEFAULT-VALUE}: BoringSSL where it loads).")
    private TlsProvider provider = TlsProvider.AUTO;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Proof proof = ProofRun.with(provider);
        new ProofText(proof).lines().forEach(spec.commandLine().getOut()::println);
        return proof.holds() ? 0 : 1;
    }
}
