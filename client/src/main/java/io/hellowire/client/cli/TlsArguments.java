package io.hellowire.client.cli;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.cli.AsTyped;
import io.hellowire.cli.FileNameText;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.PinnedKey;
import io.hellowire.client.tls.RootStores;
import io.hellowire.client.tls.TlsOptions;
import io.hellowire.client.tls.TlsOptions.ExpectedServer;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.client.tls.TlsOptions.Offer;
import io.hellowire.client.tls.TlsOptions.ServerName;
import io.hellowire.client.tls.TlsOptions.Verification;
import io.hellowire.client.tls.TrustedRoots;
import io.hellowire.wire.tls.TlsVersion;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options about TLS and certificates. */
final class TlsArguments extends Arguments {

    private final Option<Boolean> insecure = named("-k", "--insecure")
            .negatableFlag("Continue whatever the certificate is; what is wrong with it is still shown.");

    private final Option<Path> caFile =
            named("--cacert").value("FILE", Path.class, "Trust the certificates in this file.");

    private final Option<Path> caFolder =
            named("--capath").value("DIR", Path.class, "Trust the certificates in this directory.");

    private final Option<Boolean> caNative = named("--ca-native").flag("Trust what the operating system trusts.");

    private final Option<String> certificate = named("-E", "--cert")
            .text("FILE[:PASSWORD]", "Client certificate, optionally with its key: PEM, DER, PKCS#12 or JKS.");

    private final Option<Path> key = named("--key").value("FILE", Path.class, "Its key, if that is in another file.");

    private final Option<Path> passphraseFile = named("--passphrase-file")
            .value("FILE", Path.class, "Read the key's passphrase from the first line of this file.");

    private final Option<String> passphraseVariable =
            named("--passphrase-env").text("VARIABLE", "Read the key's passphrase from this environment variable.");

    private final Option<String> pins =
            named("--pinnedpubkey").text("sha256//BASE64", "Require the server to have this public key.");

    private final Option<String> serverName = named("--sni").text("NAME|none", "Server name to send in the hello.");

    private final Option<String> verifyName =
            named("--verify-name").text("NAME", "Require the certificate to be valid for this name or address.");

    private final Option<Boolean> tls10 = named("--tlsv1.0", "--tlsv1").flag("Offer TLS 1.0 and higher.");

    private final Option<Boolean> tls11 = named("--tlsv1.1").flag("Offer TLS 1.1 and higher.");

    private final Option<Boolean> tls12 = named("--tlsv1.2").flag("Offer TLS 1.2 and higher (default).");

    private final Option<Boolean> tls13 = named("--tlsv1.3").flag("Offer TLS 1.3 only.");

    private final Option<String> highest = named("--tls-max")
            .value("VERSION", String.class, "1.3", "Highest version to offer, 1.0 to 1.3 (default: 1.3).");

    private final Option<String> ciphers =
            named("--ciphers").text("LIST", "Cipher suites to offer, separated by : or ,.");

    private final Option<String> protocols = named("--alpn")
            .value("LIST|none", String.class, "http/1.1", "Application protocols to offer (default: http/1.1).");

    private final Option<Library> library = named("--tls-provider")
            .value(
                    "NAME",
                    Library.class,
                    Library.AUTO,
                    "TLS library: openssl (BoringSSL), jdk, or auto, which is openssl where it loads.");

    TlsOptions options(Console console, Profile profile) throws StepException {
        return new TlsOptions(
                isEnforced(profile) ? Verification.ENFORCED : Verification.REPORTED,
                roots(console),
                identity(),
                new ExpectedServer(
                        serverName(profile),
                        verifyName.given(),
                        pins.given() == null ? List.of() : PinnedKey.parse(pins.given())),
                offer(profile),
                library.value());
    }

    private Offer offer(Profile profile) throws StepException {
        boolean noProtocol = protocols.value().equals("none") || profile.isTutorial();
        return new Offer(
                lowest(),
                highest(),
                ciphers.given() == null ? List.of() : List.of(ciphers.given().split("[:,]")),
                noProtocol ? List.of() : List.of(protocols.value().split(",", -1)));
    }

    boolean isEnforced(Profile profile) {
        return !insecure.value() && !profile.isTutorial();
    }

    @Nullable
    Path caFile() {
        return caFile.given();
    }

    /** A program that left one of these out would not verify the same, or not be let in, or not meet the same server. */
    void refuseUntranslatable() throws StepException {
        for (Option<?> option : List.of(caFolder, certificate, pins, verifyName, serverName)) {
            if (option.given() != null) {
                throw UsageError.of(
                        "--as: with " + option.name() + " (expected: without, the program would not do it)");
            }
        }
    }

    /** What the user gives is read at once, so that a wrong file is found before anything is sent. */
    private TrustedRoots.Store roots(Console console) throws StepException {
        if (caFile.given() != null) {
            return read(RootStores.ofFile(caFile.given()));
        }
        if (caFolder.given() != null) {
            return read(RootStores.ofFolder(caFolder.given()));
        }
        if (caNative.value()) {
            return RootStores::ofTheSystem;
        }
        if (!console.variable("SSL_CERT_FILE").isEmpty()) {
            return () -> RootStores.ofFile(FileNameText.path(console.variable("SSL_CERT_FILE")));
        }
        if (!console.variable("SSL_CERT_DIR").isEmpty()) {
            return () -> RootStores.ofFolder(FileNameText.path(console.variable("SSL_CERT_DIR")));
        }
        if (!console.variable("CURL_CA_BUNDLE").isEmpty()) {
            return () -> RootStores.ofFile(FileNameText.path(console.variable("CURL_CA_BUNDLE")));
        }
        return RootStores::ofThisJava;
    }

    private static TrustedRoots.Store read(TrustedRoots roots) {
        return () -> roots;
    }

    private @Nullable Identity identity() throws StepException {
        if (certificate.given() == null) {
            if (key.given() != null) {
                throw UsageError.of("--key: without --cert (expected: both)");
            }
            return null;
        }
        try {
            CertificateArgument argument = CertificateArgument.parse(certificate.given());
            CertificateLoader loader = new CertificateLoader(passphrase(argument));
            return key.given() == null
                    ? loader.loadIdentity(argument.file())
                    : loader.loadPair(argument.file(), key.given());
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
        if (passphraseFile.given() != null) {
            return Passphrase.ofFile(passphraseFile.given());
        }
        return passphraseVariable.given() == null
                ? Passphrase.none()
                : Passphrase.ofEnvironment(passphraseVariable.given(), AsTyped::variable);
    }

    private ServerName serverName(Profile profile) {
        if (serverName.given() == null) {
            return profile.isTutorial() ? new ServerName.Absent() : new ServerName.OfHost();
        }
        return serverName.given().equals("none") ? new ServerName.Absent() : new ServerName.Given(serverName.given());
    }

    private TlsVersion lowest() throws StepException {
        TlsVersion asked = tls10.value()
                ? TlsVersion.TLS_1_0
                : tls11.value() ? TlsVersion.TLS_1_1 : tls13.value() ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        boolean explicit = tls10.value() || tls11.value() || tls12.value() || tls13.value();
        return !explicit && highest().compareTo(asked) < 0 ? highest() : asked;
    }

    private TlsVersion highest() throws StepException {
        return switch (highest.value()) {
            case "1.0" -> TlsVersion.TLS_1_0;
            case "1.1" -> TlsVersion.TLS_1_1;
            case "1.2" -> TlsVersion.TLS_1_2;
            case "1.3" -> TlsVersion.TLS_1_3;
            default -> throw UsageError.of("--tls-max: " + highest.value() + " (expected: 1.0, 1.1, 1.2 or 1.3)");
        };
    }
}
