package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Escaped;
import io.hellowire.certs.Passphrase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how to trust a certificate; changes something only when told to. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Say how to make systems, browsers and devices trust a certificate.",
        description = "Prints the exact commands; nothing is changed unless you say --install or --uninstall.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hellowire-certs trust hellowire-ca/ca.pem",
            "  hellowire-certs trust hellowire-ca/ca.pem --on firefox,java",
            "  sudo java -jar hellowire-certs.jar trust hellowire-ca/ca.pem --install"
        })
final class TrustCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "hellowire-ca/ca.pem",
            description = "The authority's certificate; default: ${DEFAULT-VALUE}.")
    private Path file;

    @Option(names = "--on", paramLabel = "WHAT", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<Truster> trusters = List.of(Truster.values());

    @Option(names = "--install", description = "Do it, on this Linux system; needs root.")
    private boolean install;

    @Option(names = "--uninstall", description = "Undo it, on this Linux system; needs root.")
    private boolean uninstall;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (install && uninstall) {
            throw new ParameterException(spec.commandLine(), "--install and --uninstall (expected: one of them)");
        }
        List<X509Certificate> found = new CertificateLoader(Passphrase.none())
                .loadTrust(List.of(file))
                .roots();
        if (found.size() > 1) {
            throw new CertificateFileException(file, found.size() + " certificates", "the one to trust");
        }
        X509Certificate certificate = found.get(0);
        if (install) {
            done("Trusted by this system now: ", SystemStore.ofThisMachine().install(certificate));
        } else if (uninstall) {
            done(
                    "No longer trusted by this system: ",
                    SystemStore.ofThisMachine().uninstall(certificate));
        } else {
            print(certificate, spec.commandLine().getOut());
        }
        return 0;
    }

    private void done(String what, Path stored) {
        spec.commandLine().getOut().println(what + stored);
    }

    private void print(X509Certificate certificate, PrintWriter out) throws IOException {
        Path absolute = Files.exists(file) ? file.toRealPath() : file;
        TrustedFile trusted = new TrustedFile(absolute, certificate);
        out.println(Escaped.of("How to trust " + certificate.getSubjectX500Principal()));
        out.println("SHA-256 " + Report.fingerprint(certificate));
        if (!trusted.isAuthority()) {
            out.println("note: this is no authority; iOS and Android trust authorities only ("
                    + StartWords.ofThisProcess().certs() + " ca)");
        }
        if (trusted.insistsOnLimits()) {
            out.println("note: Mbed TLS (MicroPython, ESP-IDF) loads it only if it was made with --device-compat");
        }
        for (Truster truster : trusters) {
            out.println();
            out.println(truster.title());
            truster.steps(trusted).lines().forEach(line -> out.println("  " + line));
        }
    }
}
