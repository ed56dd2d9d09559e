package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.Trust;
import io.hellowire.cli.Tool;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        header = "Show how to make systems, browsers and devices trust a certificate.",
        description = "Prints the exact commands; nothing is changed without --install or --uninstall.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} trust hellowire-ca/ca.pem",
            "  ${ROOT-COMMAND-NAME} trust hellowire-ca/ca.pem --on firefox,java",
            "  ${ROOT-COMMAND-NAME} trust hellowire-ca/ca.pem --on firefox,chrome --install",
            "  sudo ${ROOT-COMMAND-NAME} trust hellowire-ca/ca.pem --install"
        })
final class TrustCommand implements Callable<Integer> {

    private static final CertificateLoader LOADER = new CertificateLoader(Passphrase.none());

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "hellowire-ca/ca.pem",
            description = "The authority's certificate; default: ${DEFAULT-VALUE}.")
    private Path file;

    @Option(names = "--on", paramLabel = "WHAT", split = ",", description = "Only for these: ${COMPLETION-CANDIDATES}.")
    private @Nullable List<TrustTarget> trusters;

    @Option(
            names = "--install",
            description = "Do it: for this Linux system, as root, or for --on chrome, firefox, java.")
    private boolean install;

    @Option(names = "--uninstall", description = "Undo what --install did.")
    private boolean uninstall;

    @Option(
            names = "--java-home",
            paramLabel = "DIR",
            description = "The Java that --install changes (default: this one).")
    private Path javaHome = Path.of(System.getProperty("java.home"));

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (install && uninstall) {
            throw new ParameterException(spec.commandLine(), "--install and --uninstall (expected: one of them)");
        }
        Trust trust = LOADER.loadTrust(List.of(file));
        trust.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        List<X509Certificate> found = trust.roots();
        if (found.size() > 1) {
            throw new CertificateFileException(file, found.size() + " certificates", "the one to trust");
        }
        TrustedFile trusted = new TrustedFile(Files.exists(file) ? file.toRealPath() : file, found.get(0));
        if (install || uninstall) {
            change(trusted, spec.commandLine().getOut());
        } else {
            print(trusted, spec.commandLine().getOut());
        }
        return 0;
    }

    private void change(TrustedFile trusted, PrintWriter out) throws IOException {
        for (TrustStore store : stores(trusted)) {
            if (install) {
                out.println("Trusted now: " + store.install(trusted.certificate()));
            } else {
                out.println("No longer trusted: " + store.uninstall(trusted.certificate()));
            }
        }
    }

    private List<TrustStore> stores(TrustedFile trusted) throws IOException {
        if (trusters == null) {
            return List.of(SystemStore.ofThisMachine());
        }
        TrustStores all = new TrustStores(Path.of(System.getProperty("user.home")), javaHome);
        List<TrustStore> stores = new ArrayList<>();
        for (TrustTarget truster : trusters) {
            stores.addAll(all.of(truster, trusted));
        }
        return stores;
    }

    private void print(TrustedFile trusted, PrintWriter out) throws IOException {
        X509Certificate certificate = trusted.certificate();
        out.println(Printable.withLetters("How to trust " + certificate.getSubjectX500Principal()));
        out.println("SHA-256 " + Report.fingerprint(certificate));
        if (!trusted.isAuthority()) {
            out.println("note: this is not an authority; iOS and Android trust authorities only (" + Tool.CERTS.typed()
                    + " ca)");
        }
        String format = LOADER.loadContents(file).format();
        if (!format.equals("PEM")) {
            out.println("note: the file is " + format + ", most of this is for PEM: first " + Tool.CERTS.typed()
                    + " convert " + trusted.word() + " -o ca.pem");
        }
        if (trusted.insistsOnLimits()) {
            out.println("note: Mbed TLS (MicroPython, ESP-IDF) loads it only if it was created with --device-compat");
        }
        for (TrustTarget truster : trusters == null ? List.of(TrustTarget.values()) : trusters) {
            out.println();
            out.println(truster.title());
            truster.steps(trusted).lines().forEach(line -> out.println("  " + line));
        }
    }
}
