package io.hellowire.certs.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the passphrase when, and only when, something turns out to be encrypted. */
@FunctionalInterface
public interface PassphraseSource {

    /**
     * Fetches the passphrase.
     *
     * @return the passphrase, possibly empty, or {@code null} if the user gave none
     * @throws IOException if it cannot be fetched; the message says from where
     */
    char @Nullable [] read() throws IOException;
}
