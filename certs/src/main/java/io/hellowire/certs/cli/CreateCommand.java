package io.hellowire.certs.cli;

import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.LocalNames;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import java.io.IOException;
import java.net.InetAddress;
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
        header = "Make a key and a certificate, for this machine unless you say for whom.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} create --ip 192.168.1.7 --dns gate.local -o certs",
            "  ${ROOT-COMMAND-NAME} create --ca hellowire-ca --format pem,headerless",
            "  ${ROOT-COMMAND-NAME} create --ca hellowire-ca --client --name alice"
        })
final class CreateCommand implements Callable<Integer> {

    @Option(names = "--ip", paramLabel = "A", description = "An IP address it is for.")
    private List<InetAddress> addresses = List.of();

    @Option(
            names = "--dns",
            paramLabel = "N",
            converter = Converters.DnsName.class,
            description = "A DNS name it is for.")
    private List<String> dnsNames = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where to put it; default: here.")
    private Path directory = Path.of(".");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = Converters.FileName.class,
            description = "What file names start with: server, client or this.")
    private @Nullable String name;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas.")
    private @Nullable List<Format> formats;

    @Option(
            names = "--encrypt-file",
            paramLabel = "FILE",
            description = "Encrypt the key; the first line of FILE is the passphrase.")
    private @Nullable Path encryptFile;

    @Option(names = "--ca", paramLabel = "DIR", description = "Let the authority in DIR sign it.")
    private @Nullable Path authority;

    @Option(names = "--client", description = "For a client that proves itself (mutual TLS).")
    private boolean client;

    @Option(names = "--device-compat", description = "Add each IP as DNS name too, for Mbed TLS before 3.5.")
    private boolean deviceCompat;

    @Option(names = "--like-tutorial", description = "As the tutorial does: RSA, 3650 days, key agreement.")
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
        LocalNames found = new LocalNames(names(), List.of());
        if (found.names().isEmpty() && !client) {
            found = namesFound(signer);
        }
        CertificateProfile asked = options.applyTo(profile(found.names()));
        CertificateProfile profile = signer == null ? asked : signer.within(asked);
        Identity identity = signer == null ? SelfSigned.issue(profile) : signer.issue(profile);
        List<Path> files = new Destination(directory, fileName(), formats(), options.ifPresent())
                .write(new Material(identity.key(), identity.chain()), passphrase);
        Report report = new CreatedCertificate(identity, profile, files, authority).report();
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
        if (encryptFile != null && !formats().stream().allMatch(Format::canEncrypt)) {
            throw new ParameterException(
                    spec.commandLine(), "--encrypt-file: micropython or c (expected: formats that can be encrypted)");
        }
    }

    private Names names() {
        return new Names(dnsNames, addresses);
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
                .forEach(name -> skipped.add(name + " (not for this authority to sign)"));
        return new LocalNames(permitted, skipped);
    }

    private CertificateProfile profile(Names names) {
        if (likeTutorial) {
            return CertificateProfile.tutorial(names);
        }
        Names all = deviceCompat ? names.withAddressesAsDnsNames() : names;
        return client ? CertificateProfile.client(fileName()).withNames(all) : CertificateProfile.server(all);
    }

    private String fileName() {
        if (name != null) {
            return name;
        }
        return client ? "client" : "server";
    }

    private List<Format> formats() {
        if (formats != null) {
            return formats;
        }
        return likeTutorial ? List.of(Format.PEM, Format.HEADERLESS) : List.of(Format.PEM);
    }
}
