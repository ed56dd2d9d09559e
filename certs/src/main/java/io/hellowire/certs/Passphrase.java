package io.hellowire.certs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the passphrase of encrypted files comes from: nowhere, a file or an environment variable. An argument, which
 * every user of the machine can read, is taken where a tool has always taken one. It is fetched only when a file turns
 * out to be encrypted.
 */
public final class Passphrase {

    private static final int MAX_FILE_BYTES = 64 * 1024;

    private final String origin;
    private final Source source;

    private Passphrase(String origin, Source source) {
        this.origin = origin;
        this.source = source;
    }

    private interface Source {
        char @Nullable [] read() throws CertificateFileException;
    }

    /** No passphrase: encrypted files are refused, and the message says so. */
    public static Passphrase none() {
        return new Passphrase("none", () -> null);
    }

    /** The first line of a file, without its line ending, read as UTF-8, or as Latin-1 if it is not that. */
    public static Passphrase ofFile(Path file) {
        return new Passphrase("file " + file, () -> firstLine(file).toCharArray());
    }

    /**
     * The value of an environment variable, read as that.
     *
     * @param bytes knows the bytes of a variable, {@code null} if it is not set
     */
    public static Passphrase ofEnvironment(String variable, Function<String, byte @Nullable []> bytes) {
        return new Passphrase("environment variable " + variable, () -> valueOf(variable, bytes.apply(variable)));
    }

    /** The one that stands on the command line. */
    public static Passphrase ofArgument(String argument) {
        return new Passphrase("argument", argument::toCharArray);
    }

    /**
     * Fetches it.
     *
     * @return the passphrase, possibly empty, or {@code null} if there is none; the caller's own copy
     * @throws CertificateFileException if the file cannot be read or the variable is not set
     */
    public char @Nullable [] read() throws CertificateFileException {
        return source.read();
    }

    private static char[] valueOf(String variable, byte @Nullable [] value) throws CertificateFileException {
        if (value == null) {
            throw new CertificateFileException(
                    variable, "environment variable not set", "the passphrase in this environment variable");
        }
        return decoded(value).toCharArray();
    }

    /**
     * Fetches the one that a key is to be encrypted with.
     *
     * @return the passphrase, never empty; the caller's own copy
     * @throws CertificateFileException if the file cannot be read, or its first line is empty
     */
    public static char[] toEncryptWith(Path file) throws CertificateFileException {
        String passphrase = firstLine(file);
        if (passphrase.isEmpty()) {
            throw new CertificateFileException(
                    file, "an empty first line", "the passphrase that the key is to be encrypted with");
        }
        return passphrase.toCharArray();
    }

    private static String firstLine(Path file) throws CertificateFileException {
        return decoded(bytesOf(file)).lines().findFirst().orElse("");
    }

    /** UTF-8, or Latin-1 if it cannot be that. */
    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, ISO_8859_1);
        }
    }

    private static byte[] bytesOf(Path file) throws CertificateFileException {
        String expected = "a file whose first line is the passphrase";
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new CertificateFileException(file, "more than " + MAX_FILE_BYTES + " bytes", expected);
            }
            return Files.readAllBytes(file);
        } catch (CertificateFileException e) {
            throw e;
        } catch (IOException e) {
            throw new CertificateFileException(file, FileError.reason(file, e), expected, e);
        }
    }

    /** Where it comes from; never the passphrase. */
    @Override
    public String toString() {
        return "Passphrase[" + origin + "]";
    }
}
