package io.hellowire.server.tls;

import io.hellowire.certs.Identity;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where our certificate comes from. Used by one thread at a time. */
public sealed interface CertificateSource permits CertificateFiles, AutomaticCertificate {

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
