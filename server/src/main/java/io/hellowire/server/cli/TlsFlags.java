package io.hellowire.server.cli;

import io.hellowire.certs.Passphrase;
import io.hellowire.server.tls.AutomaticCertificate;
import io.hellowire.server.tls.CertificateFiles;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.ClientAuthentication;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsProvider;
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
            description = "Certificate, in any format, also with its key or its chain in the same file; without it a"
                    + " certificate for this machine is made.")
    private @Nullable Path certificate;

    @Option(
            names = {"--key", "--tls-key"},
            paramLabel = "FILE",
            description = "Private key, in any format.")
    private @Nullable Path key;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "First line of this file is the passphrase of encrypted files.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--passphrase-env",
            paramLabel = "VARIABLE",
            description = "Environment variable with the passphrase.")
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
            description = "Ask clients for a certificate of an authority in this file.")
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

    TlsOptions options(Map<String, String> environment) {
        return new TlsOptions(source(environment), provider, clientAuthorities, clientAuthentication);
    }

    private CertificateSource source(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        if (certificate != null) {
            files.add(certificate);
        }
        if (key != null && !key.equals(certificate)) {
            files.add(key);
        }
        return files.isEmpty()
                ? new AutomaticCertificate(stateDirectory == null ? defaultDirectory(environment) : stateDirectory)
                : new CertificateFiles(files, passphrase());
    }

    private Passphrase passphrase() {
        if (passphraseFile != null) {
            return Passphrase.ofFile(passphraseFile);
        }
        return passphraseVariable == null ? Passphrase.none() : Passphrase.ofEnvironment(passphraseVariable);
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
}
