package io.hellowire.server.cli;

import io.hellowire.certs.Passphrase;
import io.hellowire.cli.AsTyped;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.server.tls.TlsTerms;
import io.hellowire.wire.tls.TlsVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How TLS is spoken. */
final class TlsFlags {

    @Option(
            names = {"--cert", "--tls-cert"},
            paramLabel = "FILE",
            description = "Certificate in any format, optionally with its key and chain in the same file; repeat for"
                    + " another kind of key. Without it, certificates are made for this machine.")
    private List<Path> certificates = new ArrayList<>();

    @Option(
            names = {"--key", "--tls-key"},
            paramLabel = "FILE",
            description = "Private key in any format; one for each --cert, in the same order.")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Read the passphrase of encrypted files from the first line of this file.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--passphrase-env",
            paramLabel = "VARIABLE",
            description = "Read it from this environment variable.")
    private @Nullable String passphraseVariable;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Keep the certificate made for this machine here ($STATE_DIRECTORY, else"
                    + " $XDG_STATE_HOME/hellowire, else ~/.local/state/hellowire).")
    private @Nullable Path stateDirectory;

    @Option(
            names = "--client-ca",
            paramLabel = "FILE",
            split = ",",
            description = "Ask clients for a certificate signed by an authority in this file.")
    private List<Path> clientAuthorities = new ArrayList<>();

    @Option(
            names = "--client-auth",
            paramLabel = "want|need",
            defaultValue = "need",
            description = "Whether clients must show one, with --client-ca (${DEFAULT-VALUE}).")
    private ClientAuthentication clientAuthentication = ClientAuthentication.NEED;

    @Option(
            names = "--tls-provider",
            paramLabel = "auto|openssl|jdk",
            defaultValue = "auto",
            description = "TLS library: BoringSSL or the JDK's (${DEFAULT-VALUE}: BoringSSL where it loads).")
    private TlsProvider provider = TlsProvider.AUTO;

    @Option(
            names = "--tls-profile",
            paramLabel = "modern|legacy",
            defaultValue = "modern",
            description = "legacy allows what only the oldest devices need: TLS 1.0 and 1.1, and key exchange with RSA"
                    + " alone (${DEFAULT-VALUE}).")
    private TlsProfile profile = TlsProfile.MODERN;

    @Option(
            names = "--tls-min",
            paramLabel = "VERSION",
            description = "Lowest version of TLS: 1.0 to 1.3 (1.2; 1.0 with --tls-profile legacy).")
    private @Nullable String lowest;

    @Option(names = "--tls-max", paramLabel = "VERSION", description = "Highest version of TLS: 1.0 to 1.3 (1.3).")
    private @Nullable String highest;

    @Option(
            names = "--ciphers",
            paramLabel = "NAME",
            split = "[:,]",
            description = "Cipher suites by their IANA names, preferred first (those of the profile).")
    private List<String> ciphers = new ArrayList<>();

    TlsOptions options(Map<String, String> environment) {
        return new TlsOptions(sources(environment), provider, clientAuthorities, clientAuthentication, terms());
    }

    private TlsTerms terms() {
        TlsTerms usual = profile == TlsProfile.LEGACY ? TlsTerms.legacy() : TlsTerms.modern();
        TlsVersion max = highest == null ? usual.highest() : version("--tls-max", highest);
        TlsVersion min = lowest == null ? lower(usual.lowest(), max) : version("--tls-min", lowest);
        return new TlsTerms(min, max, ciphers.isEmpty() ? usual.suites() : ciphers);
    }

    /** Who asks for TLS 1.1 at most has said that older versions are wanted. */
    private static TlsVersion lower(TlsVersion usual, TlsVersion max) {
        return usual.compareTo(max) > 0 ? max : usual;
    }

    private static TlsVersion version(String option, String number) {
        TlsVersion version = TlsVersion.ofNumber(number);
        if (version == null) {
            throw new IllegalArgumentException(option + ": " + number + " (expected: 1.0, 1.1, 1.2 or 1.3)");
        }
        return version;
    }

    private List<CertificateSource> sources(Map<String, String> environment) {
        if (certificates.isEmpty() && keys.isEmpty()) {
            return CertificateSource.automaticOfBothKinds(
                    stateDirectory == null ? defaultDirectory(environment) : stateDirectory);
        }
        if (certificates.size() <= 1) {
            List<Path> files = new ArrayList<>(certificates);
            keys.stream().filter(key -> !files.contains(key)).forEach(files::add);
            return List.of(CertificateSource.files(files, passphrase()));
        }
        if (!keys.isEmpty() && keys.size() != certificates.size()) {
            throw new IllegalArgumentException("--key: " + keys.size() + " for " + certificates.size()
                    + " certificates (expected: one for each --cert, or none if they hold their keys)");
        }
        List<CertificateSource> sources = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            Path certificate = certificates.get(i);
            Path key = keys.isEmpty() ? certificate : keys.get(i);
            sources.add(CertificateSource.files(
                    key.equals(certificate) ? List.of(certificate) : List.of(certificate, key), passphrase()));
        }
        return sources;
    }

    private Passphrase passphrase() {
        if (passphraseFile != null) {
            return Passphrase.ofFile(passphraseFile);
        }
        return passphraseVariable == null
                ? Passphrase.none()
                : Passphrase.ofEnvironment(passphraseVariable, AsTyped::variable);
    }

    /** Where systemd says, if it started us (systemd.exec, StateDirectory=), else where the user's programs keep such things. */
    static Path defaultDirectory(Map<String, String> environment) {
        String given = environment.getOrDefault("STATE_DIRECTORY", "");
        return given.isEmpty() ? usersDirectory(environment) : Path.of(given.split(":", 2)[0]);
    }

    /** The home is the shell's, for which {@code ~} stands; Java's own is another one after {@code su} or in a container. */
    private static Path usersDirectory(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        Path base = state.isEmpty()
                ? Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".local", "state")
                : Path.of(state);
        return base.resolve("hellowire");
    }

    /** What is let in. */
    enum TlsProfile {
        MODERN,
        LEGACY
    }
}
