package io.hellowire.certs.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that all programs of one Java trust, changed by that Java's own {@code keytool}, which keeps the
 * format that it reads.
 *
 * @param keytool the program
 * @param file the key store
 */
record JavaStore(Path keytool, Path file) implements TrustStore {

    /** The password that every Java's has; it protects nothing. */
    private static final String PASSWORD = "changeit";

    /**
     * That of a Java.
     *
     * @param home its directory, as {@code JAVA_HOME} names it
     * @throws IOException if no Java is there
     */
    static JavaStore of(Path home) throws IOException {
        Path keytool = home.resolve("bin/keytool");
        Path store = Stream.of("lib/security/cacerts", "jre/lib/security/cacerts")
                .map(home::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        if (store == null || !Files.isExecutable(keytool)) {
            throw new IOException(home + ": no Java (expected: a directory with bin/keytool and lib/security/cacerts)");
        }
        return new JavaStore(keytool, store.toRealPath());
    }

    @Override
    public Path install(X509Certificate certificate) throws IOException {
        String alias = aliasOf(certificate);
        String own = TrustedFile.alias(certificate);
        if (alias != null && !alias.equals(own)) {
            throw new IOException(file + ": has it already, as \"" + alias + "\" (expected: not yet)");
        }
        if (alias == null) {
            Path der = Files.createTempFile("hellowire-", ".der");
            try {
                Files.write(der, certificate.getEncoded());
                change("-importcert", "-noprompt", "-alias", own, "-file", der.toString());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a certificate that was read has an encoding", e);
            } finally {
                Files.delete(der);
            }
        }
        return file;
    }

    @Override
    public Path uninstall(X509Certificate certificate) throws IOException {
        String own = TrustedFile.alias(certificate);
        if (!own.equals(aliasOf(certificate))) {
            throw new IOException(file + ": has no " + own + " (expected: what --install added)");
        }
        change("-delete", "-alias", own);
        return file;
    }

    private void change(String... arguments) throws IOException {
        if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        new ExternalCommand(List.of(keytool.toString()), "that Java")
                .succeed(Stream.concat(
                                Stream.of(arguments), Stream.of("-keystore", file.toString(), "-storepass", PASSWORD))
                        .toArray(String[]::new));
    }

    /** What it is called there, or {@code null} if it is not there. */
    private @Nullable String aliasOf(X509Certificate certificate) throws IOException {
        try {
            return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()).getCertificateAlias(certificate);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": cannot be read as a key store (expected: JKS or PKCS#12)", e);
        }
    }
}
