package io.hellowire.certs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/** Java's key store of old, which OpenSSL does not write. */
final class JksFile {

    private JksFile() {}

    /** Writes a store that trusts the certificate of a PEM file. */
    static void write(Path file, Path certificate, String passphrase) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setCertificateEntry(
                    "a",
                    new CertificateLoader(Passphrase.none())
                            .loadTrust(List.of(certificate))
                            .roots()
                            .get(0));
            store.store(out, passphrase.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
