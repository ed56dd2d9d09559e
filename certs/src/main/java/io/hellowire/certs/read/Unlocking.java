package io.hellowire.certs.read;

import java.io.IOException;
import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** What every kind of encrypted file needs: its passphrase, a word when there is none or a wrong one, the ciphers. */
final class Unlocking {

    /** Knows the ciphers that the JDK lacks; never registered, so that nothing else in the program changes. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final String EXPECTED = "its passphrase, from a file or an environment variable";

    private Unlocking() {}

    /** The passphrase, or a refusal that says what needs one. */
    static char[] require(PassphraseSource source, String what) throws UnreadableException, IOException {
        char[] passphrase = source.read();
        if (passphrase == null) {
            throw new UnreadableException(what + " and no passphrase", EXPECTED);
        }
        return passphrase;
    }

    /** What to throw when the passphrase does not open it. */
    static UnreadableException refused(String what, @Nullable Throwable cause) {
        return new UnreadableException("a wrong passphrase, or " + what + " is damaged", EXPECTED, cause);
    }
}
