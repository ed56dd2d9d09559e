package io.hellowire.certs.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.issue.Validity;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces a certificate by a fresh one. */
@Command(
        name = "renew",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Replace a certificate and its key with new ones of the same kind.",
        description = {
            "Names, kind of key, usage and number of days stay the same, in every format present.",
            "Whoever trusted a self-signed one has to trust the new one.",
            "All files are replaced or none; after a crash in the middle, run it again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} renew server.pem",
            "  ${ROOT-COMMAND-NAME} renew certs/gate.pem --ca hellowire-ca --days 90",
            "  ${ROOT-COMMAND-NAME} renew server.pem --encrypt-file passphrase.txt"
        })
final class RenewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The certificate, under the name that create gave it.")
    private Path file;

    @Option(names = "--ca", paramLabel = "DIR", description = "The authority that signed it and will sign again.")
    private @Nullable Path authority;

    @Option(names = "--days", paramLabel = "N", description = "How many days the new one is valid.")
    private @Nullable Validity validity;

    @Option(
            names = "--encrypt-file",
            paramLabel = "FILE",
            description = "The key is encrypted, and stays so; the first line of FILE is the passphrase.")
    private @Nullable Path encryptFile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Passphrase passphrase = encryptFile == null ? Passphrase.none() : Passphrase.ofFile(encryptFile);
        Destination.finishInterrupted(directory());
        X509Certificate old = old(passphrase);
        CertificateProfile profile = profile(old);
        Destination destination = new Destination(directory(), name(), formats(), IfPresent.REPLACE);
        Authority signer = authority == null ? null : new AuthorityFiles(authority).load();
        expectSameIssuer(old, signer);
        Identity fresh = signer == null ? SelfSigned.issue(profile) : signer.issue(signer.within(profile));
        new CreatedCertificate(
                        fresh,
                        profile,
                        destination.write(new Material(fresh.key(), fresh.chain()), newPassphrase()),
                        authority)
                .report()
                .print(spec.commandLine().getOut());
        return 0;
    }

    /** With its key, so that one that is encrypted is never replaced by one in the clear. */
    private X509Certificate old(Passphrase passphrase) throws CertificateFileException {
        String fileName = file.getFileName().toString();
        Path key = beside("-key" + fileName.substring(name().length()));
        CertificateLoader loader = new CertificateLoader(passphrase);
        return (Files.exists(key) ? loader.loadPair(file, key) : loader.loadIdentity(file)).certificate();
    }

    private char @Nullable [] newPassphrase() throws CertificateFileException {
        return encryptFile == null ? null : Passphrase.toEncryptWith(encryptFile);
    }

    private CertificateProfile profile(X509Certificate old) throws CertificateFileException {
        try {
            CertificateProfile profile = CertificateProfile.like(old);
            return validity == null ? profile : profile.withValidity(validity);
        } catch (IllegalArgumentException e) {
            throw new CertificateFileException(
                    file, String.valueOf(e.getMessage()), "a certificate such as create makes", e);
        }
    }

    private void expectSameIssuer(X509Certificate old, @Nullable Authority signer) throws CertificateFileException {
        X500Principal issuer = old.getIssuerX500Principal();
        X500Principal offered = signer == null
                ? old.getSubjectX500Principal()
                : signer.certificate().getSubjectX500Principal();
        if (!issuer.equals(offered)) {
            throw new CertificateFileException(
                    file,
                    "signed by " + issuer,
                    signer == null ? "--ca with the directory of that authority" : "that authority, not " + offered);
        }
        if (signer == null ? !SelfSigned.isSelfSigned(old) : !signer.hasSigned(old)) {
            throw new CertificateFileException(
                    file,
                    "signed by another key of the same name, " + issuer,
                    "--ca with the directory of the authority that signed it"
                            + (authority == null ? "" : ", not " + authority));
        }
    }

    private Path directory() {
        Path parent = file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    private String name() {
        return withoutExtension(file.getFileName().toString());
    }

    private static String withoutExtension(String fileName) {
        return fileName.contains(".") ? fileName.substring(0, fileName.lastIndexOf('.')) : fileName;
    }

    /** Those that {@code create} made: a certificate is never renewed without the key that goes with it. */
    private List<Format> formats() throws CertificateFileException {
        List<Format> present = Arrays.stream(Format.values())
                .filter(format -> Files.exists(beside("." + format.extension())))
                .toList();
        for (Format format : present) {
            Path key = beside("-key." + format.extension());
            if (List.of(Format.PEM, Format.DER, Format.HEADERLESS).contains(format) && !Files.exists(key)) {
                throw new CertificateFileException(key, "not there", "the key that goes with " + file);
            }
        }
        if (present.isEmpty()) {
            throw new CertificateFileException(
                    file, "a name that create does not give", "one that ends in .pem, .der, .p12 or .b64");
        }
        return present;
    }

    private Path beside(String ending) {
        return directory().resolve(name() + ending);
    }
}
