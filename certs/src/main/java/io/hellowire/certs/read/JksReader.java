package io.hellowire.certs.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Java's own key store of old; its certificates are in the clear, its keys under the store's passphrase. */
final class JksReader {

    private static final String FORMAT = "JKS";
    /** JKS looks for an entry's name in small letters; an entry that another program named "CA" would not be found. */
    private static final String NAMES_AS_WRITTEN = "CaseExactJKS";

    private final PassphraseSource passphrase;

    JksReader(PassphraseSource passphrase) {
        this.passphrase = passphrase;
    }

    static boolean isJks(byte[] bytes) {
        return bytes.length > 4
                && Arrays.equals(bytes, 0, 4, new byte[] {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed}, 0, 4);
    }

    Contents read(byte[] bytes) throws UnreadableException, IOException {
        try {
            KeyStore store = load(bytes, null);
            if (!hasKeys(store)) {
                return contents(store, null);
            }
            char[] secret = Unlocking.require(passphrase, "a JKS file with keys");
            try {
                return contents(load(bytes, secret), secret);
            } finally {
                Arrays.fill(secret, '\0');
            }
        } catch (GeneralSecurityException | NullPointerException e) {
            // The JDK's reader takes an entry without a certificate, and answers null for it.
            throw damaged(e);
        }
    }

    private static KeyStore load(byte[] bytes, char @Nullable [] secret)
            throws UnreadableException, GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(NAMES_AS_WRITTEN);
            store.load(new ByteArrayInputStream(bytes), secret);
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw Unlocking.refused("the JKS file", e);
            }
            throw damaged(e);
        }
    }

    private static boolean hasKeys(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static Contents contents(KeyStore store, char @Nullable [] secret)
            throws UnreadableException, GeneralSecurityException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(key(store, alias, secret));
                for (Certificate certificate : store.getCertificateChain(alias)) {
                    certificates.add(Certificates.fromDer(certificate.getEncoded()));
                }
            } else {
                certificates.add(
                        Certificates.fromDer(store.getCertificate(alias).getEncoded()));
            }
        }
        return new Contents(FORMAT, keys, certificates, List.of());
    }

    private static PrivateKey key(KeyStore store, String alias, char @Nullable [] secret)
            throws UnreadableException, GeneralSecurityException {
        try {
            return PrivateKeys.fromPkcs8(store.getKey(alias, secret).getEncoded());
        } catch (UnrecoverableKeyException e) {
            throw Unlocking.refused("the key in the JKS file", e);
        }
    }

    private static UnreadableException damaged(Exception cause) {
        return new UnreadableException("a damaged JKS file", "a whole one", cause);
    }
}
