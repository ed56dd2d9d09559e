package io.hellowire.server.tls;

import io.hellowire.certs.Identity;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.issue.KeyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where our certificate comes from. Used by one thread at a time. */
public sealed interface CertificateSource permits CertificateFiles, AutomaticCertificate {

    /**
     * The files that the user has.
     *
     * @param files that hold the key and its chain, in any format and order; at least one
     * @param passphrase of those that are encrypted
     */
    static CertificateSource files(List<Path> files, Passphrase passphrase) {
        return new CertificateFiles(files, passphrase);
    }

    /**
     * One that we make, with an EC key, and renew when it is time.
     *
     * @param directory where it is kept; made if it is missing
     */
    static CertificateSource automatic(Path directory) {
        return new AutomaticCertificate(directory, KeyType.P256);
    }

    /**
     * One that we make with an EC key, and one with an RSA key for those who know no other, as many small devices do.
     *
     * @param directory where they are kept; made if it is missing
     */
    static List<CertificateSource> automaticOfBothKinds(Path directory) {
        return List.of(automatic(directory), new AutomaticCertificate(directory, KeyType.RSA2048));
    }

    /**
     * Loads it for the first time.
     *
     * @throws IOException if it cannot be used; the message says which file and why
     */
    Identity load() throws IOException;

    /** Whether loading it may take seconds, which nobody who can do with another certificate should wait for. */
    default boolean takesLong() {
        return false;
    }

    /**
     * Loads it again if it has changed.
     *
     * @return {@code null} if it has not changed, or may still be changing
     * @throws IOException once for each change that cannot be used
     */
    @Nullable
    Identity reloadIfChanged() throws IOException;

    /** Where it lies, for people. */
    String describe();

    /** The PEM file it is in, for clients to trust; {@code null} if it is in none. */
    @Nullable
    Path pemFile();
}
