package io.hellowire.client.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.tls.PinnedKey;
import io.hellowire.client.tls.RootStores;
import io.hellowire.client.tls.TlsOptions;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.client.tls.TlsOptions.ServerName;
import io.hellowire.client.tls.TlsOptions.Verification;
import io.hellowire.client.tls.TlsVersion;
import io.hellowire.client.tls.TrustedRoots;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about TLS and certificates. */
final class TlsArguments {

    @Option(
            names = {"-k", "--insecure"},
            negatable = true,
            description = "Goes on whatever the certificate; what is wrong with it is still shown.")
    private boolean insecure;

    @Option(names = "--cacert", paramLabel = "FILE", description = "Trusts the certificates in this file.")
    private @Nullable Path caFile;

    @Option(names = "--capath", paramLabel = "FOLDER", description = "Trusts the certificates in this folder.")
    private @Nullable Path caFolder;

    @Option(names = "--ca-native", description = "Trusts what the operating system trusts.")
    private boolean caNative;

    @Option(
            names = {"-E", "--cert"},
            paramLabel = "FILE[:PASSWORD]",
            description = "Our certificate, and perhaps its key: PEM, DER, PKCS#12 or JKS.")
    private @Nullable String certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "Its key, if that is in another file.")
    private @Nullable Path key;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The key's passphrase is the first line of this file.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--passphrase-env",
            paramLabel = "VARIABLE",
            description = "The key's passphrase is the value of this variable.")
    private @Nullable String passphraseVariable;

    @Option(
            names = "--pinnedpubkey",
            paramLabel = "sha256//BASE64",
            description = "The server must have this public key.")
    private @Nullable String pins;

    @Option(names = "--sni", paramLabel = "NAME|none", description = "The server name in the hello.")
    private @Nullable String serverName;

    @Option(
            names = "--verify-name",
            paramLabel = "NAME",
            description = "The certificate must be valid for this name or address.")
    private @Nullable String verifyName;

    @Option(
            names = {"--tlsv1.0", "--tlsv1"},
            description = "Offers TLS 1.0 and higher.")
    private boolean tls10;

    @Option(names = "--tlsv1.1", description = "Offers TLS 1.1 and higher.")
    private boolean tls11;

    @Option(names = "--tlsv1.2", description = "Offers TLS 1.2 and higher, which is the default.")
    private boolean tls12;

    @Option(names = "--tlsv1.3", description = "Offers TLS 1.3 only.")
    private boolean tls13;

    @Option(names = "--tls-max", paramLabel = "VERSION", description = "The highest version offered: 1.0 to 1.3.")
    private String highest = "1.3";

    @Option(names = "--ciphers", paramLabel = "LIST", description = "The cipher suites offered, with : or , between.")
    private @Nullable String ciphers;

    @Option(names = "--alpn", paramLabel = "LIST|none", description = "The application protocols offered; http/1.1.")
    private String protocols = "http/1.1";

    @Option(
            names = "--tls-provider",
            paramLabel = "NAME",
            description = "What speaks TLS: openssl (BoringSSL), jdk, or auto, which takes openssl where it loads.")
    private Library library = Library.AUTO;

    TlsOptions options(Console console, Profile profile) throws StepException {
        return new TlsOptions(
                isEnforced(profile) ? Verification.ENFORCED : Verification.REPORTED,
                roots(console),
                identity(),
                serverName(profile),
                verifyName,
                lowest(),
                highest(),
                ciphers == null ? List.of() : List.of(ciphers.split("[:,]")),
                protocols.equals("none") || profile.isTutorial() ? List.of() : List.of(protocols.split(",", -1)),
                pins == null ? List.of() : PinnedKey.parse(pins),
                library);
    }

    boolean isEnforced(Profile profile) {
        return !insecure && !profile.isTutorial();
    }

    @Nullable
    Path caFile() {
        return caFile;
    }

    /** What the user gives is read at once, so that a wrong file is found before anything is sent. */
    private TrustedRoots.Store roots(Console console) throws StepException {
        if (caFile != null) {
            return read(RootStores.ofFile(caFile));
        }
        if (caFolder != null) {
            return read(RootStores.ofFolder(caFolder));
        }
        if (caNative) {
            return RootStores::ofTheSystem;
        }
        if (!console.variable("SSL_CERT_FILE").isEmpty()) {
            return () -> RootStores.ofFile(Path.of(console.variable("SSL_CERT_FILE")));
        }
        if (!console.variable("SSL_CERT_DIR").isEmpty()) {
            return () -> RootStores.ofFolder(Path.of(console.variable("SSL_CERT_DIR")));
        }
        if (!console.variable("CURL_CA_BUNDLE").isEmpty()) {
            return () -> RootStores.ofFile(Path.of(console.variable("CURL_CA_BUNDLE")));
        }
        return RootStores::ofThisJava;
    }

    private static TrustedRoots.Store read(TrustedRoots roots) {
        return () -> roots;
    }

    private @Nullable Identity identity() throws StepException {
        if (certificate == null) {
            if (key != null) {
                throw Wrong.of("--key: without --cert (expected: both)");
            }
            return null;
        }
        try {
            CertificateArgument argument = CertificateArgument.parse(certificate);
            CertificateLoader loader = new CertificateLoader(passphrase(argument));
            return key == null ? loader.loadIdentity(argument.file()) : loader.loadPair(argument.file(), key);
        } catch (CertificateFileException e) {
            Failure failure = Failure.of(
                    Phase.INPUT, ExitCode.OWN_CERTIFICATE, "own_certificate", String.valueOf(e.getMessage()));
            throw new StepException(failure, e);
        }
    }

    private Passphrase passphrase(CertificateArgument argument) {
        if (argument.passphrase() != null) {
            return argument.passphrase();
        }
        if (passphraseFile != null) {
            return Passphrase.ofFile(passphraseFile);
        }
        return passphraseVariable == null ? Passphrase.none() : Passphrase.ofEnvironment(passphraseVariable);
    }

    private ServerName serverName(Profile profile) {
        if (serverName == null) {
            return profile.isTutorial() ? new ServerName.Absent() : new ServerName.OfHost();
        }
        return serverName.equals("none") ? new ServerName.Absent() : new ServerName.Given(serverName);
    }

    private TlsVersion lowest() throws StepException {
        TlsVersion asked = tls10
                ? TlsVersion.TLS_1_0
                : tls11 ? TlsVersion.TLS_1_1 : tls13 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        boolean explicit = tls10 || tls11 || tls12 || tls13;
        return !explicit && highest().compareTo(asked) < 0 ? highest() : asked;
    }

    private TlsVersion highest() throws StepException {
        return switch (highest) {
            case "1.0" -> TlsVersion.TLS_1_0;
            case "1.1" -> TlsVersion.TLS_1_1;
            case "1.2" -> TlsVersion.TLS_1_2;
            case "1.3" -> TlsVersion.TLS_1_3;
            default -> throw Wrong.of("--tls-max: " + highest + " (expected: 1.0, 1.1, 1.2 or 1.3)");
        };
    }
}
