package io.hellowire.client.tls;

import io.hellowire.certs.CertificateFileException;
import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Passphrase;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The places that trusted roots come from. */
public final class RootStores {

    private static final List<Path> SYSTEM_FILES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private RootStores() {}

    /** The roots that come with the Java that runs us. */
    public static TrustedRoots ofThisJava() throws StepException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return new TrustedRoots(List.of(x509.getAcceptedIssuers()), "this Java");
                }
            }
            return new TrustedRoots(List.of(), "this Java");
        } catch (GeneralSecurityException e) {
            throw new StepException(unreadable("the roots of this Java: " + e.getMessage()), e);
        }
    }

    /** The roots of the operating system. */
    public static TrustedRoots ofTheSystem() throws StepException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return ofKeyStore("Windows-ROOT");
        }
        if (system.contains("mac")) {
            return ofKeyStore("KeychainStore-ROOT");
        }
        for (Path file : SYSTEM_FILES) {
            if (Files.isReadable(file)) {
                return ofFile(file);
            }
        }
        throw new StepException(unreadable("no roots of the system (expected: " + SYSTEM_FILES.get(0) + ")"));
    }

    private static TrustedRoots ofKeyStore(String type) throws StepException {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            List<X509Certificate> roots = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    roots.add(certificate);
                }
            }
            return new TrustedRoots(roots, "the system");
        } catch (GeneralSecurityException | IOException e) {
            throw new StepException(unreadable("the roots of the system: " + e.getMessage()), e);
        }
    }

    /** The roots in a file, in any form that {@link CertificateLoader} knows. */
    public static TrustedRoots ofFile(Path file) throws StepException {
        try {
            CertificateLoader loader = new CertificateLoader(Passphrase.none());
            return new TrustedRoots(loader.loadTrust(List.of(file)).roots(), file.toString());
        } catch (CertificateFileException e) {
            throw new StepException(unreadable(String.valueOf(e.getMessage())), e);
        }
    }

    /** The roots in all files of a folder that hold any; what else lies there is left alone, as OpenSSL does. */
    public static TrustedRoots ofFolder(Path folder) throws StepException {
        Set<X509Certificate> roots = new LinkedHashSet<>();
        Failure none = unreadable(folder + ": no file in it (expected: certificates)");
        for (Path file : filesIn(folder)) {
            try {
                roots.addAll(ofFile(file).certificates());
            } catch (StepException e) {
                none = e.failure();
            }
        }
        if (roots.isEmpty()) {
            throw new StepException(none);
        }
        return new TrustedRoots(List.copyOf(roots), folder.toString());
    }

    private static List<Path> filesIn(Path folder) throws StepException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new StepException(unreadable(folder + ": cannot be read (expected: a folder of certificates)"), e);
        }
    }

    private static Failure unreadable(String message) {
        return Failure.of(Phase.INPUT, ExitCode.CA_FILE, "ca_file", message);
    }
}
