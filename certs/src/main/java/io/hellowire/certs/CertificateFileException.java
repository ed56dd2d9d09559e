package io.hellowire.certs;

import io.hellowire.wire.text.Printable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, key or passphrase that cannot be used. The message is one line that names the file, what was found
 * and what was expected, fit to be shown as it is; it never holds a key or a passphrase.
 */
public final class CertificateFileException extends IOException {

    /**
     * Says what is wrong with a file.
     *
     * @param source the file, or whatever else was read, such as an environment variable
     * @param found what is there
     * @param expected what should be there
     */
    public CertificateFileException(Object source, String found, String expected) {
        this(source, found, expected, null);
    }

    /**
     * Says what is wrong with a file and what told us.
     *
     * @param source the file, or whatever else was read, such as an environment variable
     * @param found what is there
     * @param expected what should be there
     * @param cause what told us, or {@code null} if nothing was thrown
     */
    public CertificateFileException(Object source, String found, String expected, @Nullable Throwable cause) {
        super(Printable.withLetters(source + ": " + found + " (expected: " + expected + ")"), cause);
    }
}
