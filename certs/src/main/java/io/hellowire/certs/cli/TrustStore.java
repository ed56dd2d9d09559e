package io.hellowire.certs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** A place of certificates that some programs trust, which can be added to and taken away from. */
interface TrustStore {

    /**
     * Adds a certificate under a name of its own; once more changes nothing.
     *
     * @return where it is
     * @throws IOException if that fails, or somebody else has put it there under another name, which stays as it is
     */
    Path install(X509Certificate certificate) throws IOException;

    /**
     * Takes away what {@link #install} added, and nothing else.
     *
     * @return where it was
     * @throws IOException if that fails, or it is not there under that name
     */
    Path uninstall(X509Certificate certificate) throws IOException;
}
