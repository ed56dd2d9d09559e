package io.hellowire.certs;

import io.hellowire.certs.read.AnyCertificate;
import io.hellowire.certs.read.ContentReader;
import io.hellowire.certs.read.Contents;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads who we are and whom we trust from files, whatever their format: PEM in all its kinds, DER, PKCS#12, PKCS#7,
 * JKS, and the bare base64 of small devices; PEM also as it comes in variables, JSON, C, YAML or a second layer of base64.
 * Nobody needs to say which; key and certificates may be in one file or
 * several, in any order, and symbolic links are followed. Files are read once and not kept open.
 *
 * <p>What cannot work is refused with a {@link CertificateFileException}: above all a key that does not belong to any
 * of the certificates. What may not work, such as an expired certificate, is a warning beside the result.
 *
 * <p>Safe for use by several threads.
 */
public final class CertificateLoader {

    private final ContentReader reader;
    private final Clock clock;

    /**
     * Makes a loader.
     *
     * @param passphrase of files that are encrypted; asked for only when there is one
     */
    public CertificateLoader(Passphrase passphrase) {
        this(passphrase, Clock.systemUTC());
    }

    CertificateLoader(Passphrase passphrase, Clock clock) {
        this.reader = new ContentReader(passphrase::read);
        this.clock = clock;
    }

    /**
     * Loads a private key, its certificate and the certificates above it.
     *
     * @param first the first file, or the only one
     * @param more the other files, if any
     * @throws CertificateFileException if a file cannot be used, or if together they are not one key and its chain
     */
    public Identity loadIdentity(Path first, Path... more) throws CertificateFileException {
        List<Path> files = new ArrayList<>(List.of(first));
        files.addAll(List.of(more));
        return loadIdentity(files);
    }

    /**
     * Loads a private key, its certificate and the certificates above it.
     *
     * @param files at least one, in any order
     * @throws CertificateFileException if a file cannot be used, or if together they are not one key and its chain
     */
    public Identity loadIdentity(List<Path> files) throws CertificateFileException {
        return usable(read(files));
    }

    /**
     * The same for a look at it: it may have certificates that no TLS of Java's can read, and so none of ours can show.
     *
     * @param files at least one, in any order
     * @throws CertificateFileException if a file cannot be used, or if together they are not one key and its chain
     */
    public Identity loadToJudge(List<Path> files) throws CertificateFileException {
        return identity(read(files));
    }

    /**
     * Loads a private key and its chain for a user who has said which file is which, so that a mix-up is told.
     *
     * @param certificateFile holds at least the certificate
     * @param keyFile holds at least the key; may be the same file
     * @throws CertificateFileException as {@link #loadIdentity(List)}, and if the two were swapped
     */
    public Identity loadPair(Path certificateFile, Path keyFile) throws CertificateFileException {
        if (certificateFile.equals(keyFile)) {
            return loadIdentity(certificateFile);
        }
        List<LoadedFile> loaded = read(List.of(certificateFile, keyFile));
        if (loaded.get(0).contents().certificates().isEmpty()) {
            throw new CertificateFileException(
                    certificateFile, "a private key", "the certificate; are key and certificate swapped?");
        }
        if (loaded.get(1).contents().keys().isEmpty()) {
            throw new CertificateFileException(
                    keyFile, "a certificate", "the private key; are key and certificate swapped?");
        }
        return usable(loaded);
    }

    /**
     * Loads the certificates to trust.
     *
     * @param files at least one, in any order
     * @throws CertificateFileException if a file cannot be used or holds no certificate
     */
    public Trust loadTrust(List<Path> files) throws CertificateFileException {
        Set<X509Certificate> roots = new LinkedHashSet<>();
        Warnings warnings = new Warnings(clock);
        for (LoadedFile loaded : read(files)) {
            if (loaded.contents().certificates().isEmpty()) {
                throw new CertificateFileException(loaded.file(), "a private key", "a certificate to trust");
            }
            warnings.aboutTrust(loaded);
            roots.addAll(loaded.contents().certificates());
        }
        return new Trust(List.copyOf(roots), warnings.lines());
    }

    /**
     * Loads whatever one file holds, without asking that the parts belong together.
     *
     * @param file the file
     * @throws CertificateFileException if it cannot be used or holds neither a key nor a certificate
     */
    public Contents loadContents(Path file) throws CertificateFileException {
        return LoadedFile.read(file, reader).contents();
    }

    private List<LoadedFile> read(List<Path> files) throws CertificateFileException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files: none (expected: at least one)");
        }
        List<LoadedFile> loaded = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files)) {
            loaded.add(LoadedFile.read(file, reader));
        }
        return loaded;
    }

    private Identity usable(List<LoadedFile> loaded) throws CertificateFileException {
        Identity identity = identity(loaded);
        for (LoadedFile file : loaded) {
            for (X509Certificate certificate : file.contents().certificates()) {
                String why = AnyCertificate.objectionOfJava(certificate);
                if (why != null && identity.chain().contains(certificate)) {
                    throw new CertificateFileException(
                            file.file(), "a certificate that Java cannot read: " + why, "one as RFC 5280 says");
                }
            }
        }
        return identity;
    }

    private Identity identity(List<LoadedFile> loaded) throws CertificateFileException {
        LoadedKey key = LoadedKey.onlyOneOf(loaded);
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        loaded.forEach(file -> certificates.addAll(file.contents().certificates()));
        Chain chain = Chain.of(key, List.copyOf(certificates));
        Warnings warnings = new Warnings(clock);
        warnings.aboutIdentity(loaded, chain);
        return new Identity(key.key(), chain.certificates(), warnings.lines());
    }
}
