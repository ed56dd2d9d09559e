package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Purpose;
import io.hellowire.certs.issue.SigningRequest;
import io.hellowire.certs.issue.Validity;
import io.hellowire.certs.read.CertificateRequest;
import io.hellowire.certs.read.UnreadableException;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a certificate for a key that stays where it is. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Sign a certificate request (CSR); its key stays with its owner.",
        description = {
            "The request's signature is checked, and its names against what the authority may sign. The",
            "certificate gets its key, subject, DNS names and IP addresses (--ip and --dns replace the names),",
            "and is for clients if the request asks for just that; all else is not copied, but reported."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} sign gate.csr --ca hellowire-ca              makes gate.pem",
            "  ${ROOT-COMMAND-NAME} sign printer.csr --ca hellowire-ca --ip 192.168.1.7",
            "  ${ROOT-COMMAND-NAME} sign gate.csr --ca hellowire-ca --days 90 -o certs"
        })
final class SignCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REQUEST", description = "The request: PEM, DER or base64.")
    private Path file = Path.of("");

    @Option(names = "--ca", paramLabel = "DIR", required = true, description = "The authority that signs it.")
    private Path authority = Path.of("");

    @Mixin
    private NameOptions names;

    @Option(names = "--client", description = "For a client, whatever the request asks for.")
    private boolean client;

    @Option(names = "--days", paramLabel = "N", description = "How many days it is valid.")
    private @Nullable Validity validity;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to put it; default: beside the request.")
    private @Nullable Path directory;

    @Mixin
    private FileOptions files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Authority signer = new AuthorityFiles(authority).load();
        SigningRequest request = request();
        CertificateProfile asked = request.profile();
        CertificateProfile profile = signer.within(validity == null ? asked : asked.withValidity(validity));
        List<X509Certificate> chain = signer.certify(profile, request.key());
        List<Path> written =
                files.in(directory(), nameOfRequest(), List.of(Format.PEM)).write(new Material(null, chain));
        Report report = new Report(heading(profile, chain.get(0)))
                .files(written)
                .names(profile.names())
                .signed(chain.get(0));
        request.notCopied().forEach(what -> report.note("not copied: " + Printable.withLetters(what)));
        Notes.aboutProfile(report, profile);
        report.print(spec.commandLine().getOut());
        return 0;
    }

    private SigningRequest request() throws IOException {
        try {
            CertificateRequest request = CertificateRequest.read(Files.readAllBytes(file));
            return SigningRequest.of(request, names.names(), client ? Purpose.CLIENT : null);
        } catch (UnreadableException e) {
            throw new CertificateFileException(file, e.found(), e.expected(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(Printable.withLetters(file + ": " + e.getMessage()), e);
        }
    }

    private static String heading(CertificateProfile profile, X509Certificate certificate) {
        String what = profile.purpose() == Purpose.CLIENT ? "client" : "server";
        return "Signed a " + what + " certificate: " + profile.subject() + ", by "
                + certificate.getIssuerX500Principal();
    }

    private Path directory() {
        if (directory != null) {
            return directory;
        }
        Path parent = file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    private String nameOfRequest() {
        String own = file.getFileName().toString();
        return own.contains(".") ? own.substring(0, own.lastIndexOf('.')) : own;
    }
}
