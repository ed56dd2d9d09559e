package io.hellowire.certs.cli;

import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.LocalNames;
import io.hellowire.certs.issue.Reach;
import io.hellowire.cli.ShellWord;
import io.hellowire.cli.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an authority. */
@Command(
        name = "ca",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Create a small certificate authority: trust it once, and all that it signs is trusted.",
        description = {
            "It can sign names of private networks only, so that its key is worth little to a thief:",
            "private addresses, localhost, .local, .test, .internal and .home.arpa."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} ca                                   makes hellowire-ca/ca.pem and its key",
            "  ${ROOT-COMMAND-NAME} create --ca hellowire-ca --ip 192.168.1.7",
            "  ${ROOT-COMMAND-NAME} trust hellowire-ca/ca.pem            how to trust it, system by system"
        })
final class CaCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "hellowire-ca",
            description = "Where to put it; default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of("hellowire-ca");

    @Option(names = "--unconstrained", description = "Let it sign any name. Guard its key well.")
    private boolean unconstrained;

    @Option(
            names = "--device-compat",
            description = "Mark its limits as not critical: Mbed TLS refuses them otherwise.")
    private boolean deviceCompat;

    @Mixin
    private IssueOptions options;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Authority authority =
                options.nameTheSubject() ? Authority.create(profile()) : Authority.createWithNameOfItsOwn(profile());
        AuthorityFiles files = new AuthorityFiles(directory);
        List<Path> written = files.write(authority, force.ifPresent());
        Report report = new Report(
                        "Created an authority: " + authority.certificate().getSubjectX500Principal())
                .files(written)
                .certificate(authority.certificate())
                .fact("signs", unconstrained ? "any name" : "names of private networks only");
        Notes.aboutAuthority(report, reach());
        Notes.aboutPlace(report, directory);
        String certs = Tool.CERTS.typed();
        report.next(certs + " create --ca " + ShellWord.of(directory) + "    a server certificate signed by it")
                .next(certs + " trust " + ShellWord.of(files.certificate()) + "    how to trust it")
                .print(spec.commandLine().getOut());
        return 0;
    }

    private AuthorityProfile profile() {
        String host = LocalNames.hostName();
        AuthorityProfile profile = AuthorityProfile.named(
                host == null ? "Hellowire CA" : "Hellowire CA " + host.replaceFirst("\\..*", ""));
        return options.applyTo(profile).withReach(reach());
    }

    private Reach reach() {
        if (unconstrained) {
            return Reach.UNLIMITED;
        }
        return deviceCompat ? Reach.PRIVATE_NETWORKS_WHERE_UNDERSTOOD : Reach.PRIVATE_NETWORKS;
    }
}
