package io.hellowire.certs.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** Writes PKCS#12 (RFC 7292) by the JDK, whose encryption (PBES2, AES-256) every current program reads. */
final class Pkcs12Writer {

    private static final String ALIAS = "hellowire";

    private Pkcs12Writer() {}

    static byte[] write(Material material, char @Nullable [] passphrase) {
        char[] secret = passphrase == null ? new char[0] : passphrase;
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            if (material.key() != null) {
                store.setKeyEntry(
                        ALIAS, material.key(), secret, material.certificates().toArray(X509Certificate[]::new));
            } else {
                for (X509Certificate certificate : material.certificates()) {
                    store.setCertificateEntry(ALIAS + "-" + (store.size() + 1), certificate);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, secret);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("PKCS#12 of the JDK failed", e);
        }
    }
}
