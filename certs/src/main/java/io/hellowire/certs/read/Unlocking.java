package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.Provider;
import java.util.Arrays;
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

    /** Tries to open something. */
    interface Attempt<T> {
        T with(char[] passphrase) throws UnreadableException, IOException;
    }

    /**
     * Tries a passphrase as OpenSSL may have been given it: each char as it is, which is its Latin-1, then the bytes of its
     * UTF-8. What the first attempt finds wrong is told.
     *
     * @param secret wiped in the end
     */
    static <T> T withEachEncoding(char[] secret, Attempt<T> attempt) throws UnreadableException, IOException {
        char[] utf8 = new String(new String(secret).getBytes(UTF_8), ISO_8859_1).toCharArray();
        try {
            return attempt.with(secret);
        } catch (UnreadableException e) {
            if (Arrays.equals(secret, utf8)) {
                throw e;
            }
            return attempt.with(utf8);
        } finally {
            Arrays.fill(secret, '\0');
            Arrays.fill(utf8, '\0');
        }
    }

    /** What to throw when the passphrase does not open it. */
    static UnreadableException refused(String what, @Nullable Throwable cause) {
        return new UnreadableException("a wrong passphrase, or " + what + " is damaged", EXPECTED, cause);
    }
}
