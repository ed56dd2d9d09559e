package io.hellowire.certs;

import io.hellowire.certs.read.ContentReader;
import io.hellowire.certs.read.Contents;
import io.hellowire.certs.read.UnreadableException;
import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file and what it holds: at least one key or certificate.
 *
 * @param file the file, as the user named it
 * @param contents what it holds
 */
record LoadedFile(Path file, Contents contents) {

    /** The largest file read, in bytes; all root certificates of a system together take a fifth of it. */
    static final int MAX_FILE_BYTES = 1 << 20;

    private static final String EXPECTED = "a file with a certificate or a private key";

    static LoadedFile read(Path file, ContentReader reader) throws CertificateFileException {
        Contents contents = contents(file, reader);
        if (contents.keys().isEmpty() && contents.certificates().isEmpty()) {
            String found = contents.others().isEmpty() ? "nothing in it" : String.join(" and ", contents.others());
            throw new CertificateFileException(file, found, "a certificate or a private key");
        }
        return new LoadedFile(file, contents);
    }

    private static Contents contents(Path file, ContentReader reader) throws CertificateFileException {
        byte[] bytes = bytes(file);
        try {
            return reader.read(bytes);
        } catch (UnreadableException e) {
            throw new CertificateFileException(file, e.found(), e.expected(), e);
        } catch (CertificateFileException e) {
            throw e; // about the passphrase, and says so
        } catch (IOException e) {
            throw new CertificateFileException(file, "cannot be read: " + e.getMessage(), EXPECTED, e);
        }
    }

    private static byte[] bytes(Path file) throws CertificateFileException {
        if (KeyText.isIn(file.toString())) {
            throw new CertificateFileException(
                    "file name", "the text of a key or certificate", "the name of a file that holds it");
        }
        if (Files.isDirectory(file)) {
            throw new CertificateFileException(file, "a directory", EXPECTED);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                throw new CertificateFileException(
                        file, "more than " + MAX_FILE_BYTES + " bytes", EXPECTED + " of at most 1 MiB");
            }
            return bytes;
        } catch (CertificateFileException e) {
            throw e;
        } catch (IOException e) {
            throw new CertificateFileException(file, FileError.reason(file, e), EXPECTED, e);
        }
    }
}
