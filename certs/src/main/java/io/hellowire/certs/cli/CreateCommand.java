package io.hellowire.certs.cli;

import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.LocalNames;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the certificate of a server or a client. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "${ROOT-COMMAND-NAME} create [--ip A]... [--dns N]... [OPTIONS]",
        header = "Create a key and a certificate, for this machine unless you say otherwise.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} create --ip 192.168.1.7 --dns gate.local -o certs",
            "  ${ROOT-COMMAND-NAME} create --ca hellowire-ca --format pem,headerless",
            "  ${ROOT-COMMAND-NAME} create --ca hellowire-ca --client --name alice"
        })
final class CreateCommand implements Callable<Integer> {

    @Mixin
    private NameOptions names;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where to put it; default: here.")
    private Path directory = Path.of(".");

    @Mixin
    private FileOptions files;

    @Option(
            names = "--encrypt-file",
            paramLabel = "FILE",
            description = "Encrypt the key; the first line of FILE is the passphrase.")
    private @Nullable Path encryptFile;

    @Option(names = "--ca", paramLabel = "DIR", description = "Let the authority in DIR sign it.")
    private @Nullable Path authority;

    @Option(names = "--client", description = "For a client that authenticates itself (mutual TLS).")
    private boolean client;

    @Option(names = "--device-compat", description = "Add each IP as DNS name too, for Mbed TLS before 3.5.")
    private boolean deviceCompat;

    @Option(names = "--like-tutorial", description = "Like the tutorial's: RSA, 3650 days, key agreement.")
    private boolean likeTutorial;

    @Mixin
    private IssueOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        checkCombination();
        char[] passphrase = encryptFile == null ? null : Passphrase.toEncryptWith(encryptFile);
        Authority signer = authority == null ? null : new AuthorityFiles(authority).load();
        LocalNames found = new LocalNames(names.names(), List.of());
        if (found.names().isEmpty() && !client) {
            found = namesFound(signer);
        }
        CertificateProfile asked = options.applyTo(profile(found.names()));
        CertificateProfile profile = signer == null ? asked : signer.within(asked);
        Identity identity = signer == null ? SelfSigned.issue(profile) : signer.issue(profile);
        List<Path> written = files.in(directory, usualName(), usualFormats())
                .write(new Material(identity.key(), identity.chain()), passphrase);
        Report report = new CreatedCertificate(identity, profile, written, authority).report();
        if (!found.skipped().isEmpty()) {
            report.fact("left out", String.join(", ", found.skipped()));
        }
        Notes.aboutPlace(report, directory);
        report.print(spec.commandLine().getOut());
        return 0;
    }

    private void checkCombination() {
        if (likeTutorial && (client || authority != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--like-tutorial: a self-signed server (expected: no --client and no --ca)");
        }
        if (encryptFile != null && !files.formats(usualFormats()).stream().allMatch(Format::canEncrypt)) {
            throw new ParameterException(
                    spec.commandLine(), "--encrypt-file: micropython or c (expected: formats that can be encrypted)");
        }
    }

    private LocalNames namesFound(@Nullable Authority signer) {
        if (likeTutorial) {
            return new LocalNames(new Names(List.of(), List.of(LocalNames.outwardAddress())), List.of());
        }
        LocalNames all = LocalNames.find();
        if (signer == null) {
            return all;
        }
        Names permitted = signer.permitted(all.names());
        List<String> skipped = new ArrayList<>(all.skipped());
        all.names().texts().stream()
                .filter(name -> !permitted.texts().contains(name))
                .forEach(name -> skipped.add(name + " (this authority may not sign it)"));
        return new LocalNames(permitted, skipped);
    }

    private CertificateProfile profile(Names valid) {
        if (likeTutorial) {
            return CertificateProfile.tutorial(valid);
        }
        Names all = deviceCompat ? valid.withAddressesAsDnsNames() : valid;
        return client
                ? CertificateProfile.client(files.name(usualName())).withNames(all)
                : CertificateProfile.server(all);
    }

    private String usualName() {
        return client ? "client" : "server";
    }

    private List<Format> usualFormats() {
        return likeTutorial ? List.of(Format.PEM, Format.HEADERLESS) : List.of(Format.PEM);
    }
}
