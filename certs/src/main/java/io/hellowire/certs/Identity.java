package io.hellowire.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who we are: a private key and the certificates that go with it. The parts fit any TLS library:
 *
 * <pre>{@code
 * Identity identity = new CertificateLoader(Passphrase.none()).loadIdentity(Path.of("server.pem"), Path.of("server-key.pem"));
 * identity.warnings().forEach(System.err::println);
 * SslContext tls = SslContextBuilder.forServer(identity.key(), identity.chain())
 *         .keyStoreType(Identity.KEY_STORE_TYPE)
 *         .build();
 * }</pre>
 *
 * @param key the private key of the first certificate of the chain; an object of the JDK's own providers
 * @param chain the certificates to send, the own one first, each signed by the next; never empty
 * @param warnings what its user should know, one line each, file first; often empty
 */
public record Identity(PrivateKey key, List<X509Certificate> chain, List<String> warnings) {

    /**
     * The kind of key store in which Netty should hand the key to the TLS library, in memory. Java's usual one would
     * encrypt it, for nobody to read, with a key derived in ten thousand rounds: a sixth of the server's start.
     */
    public static final String KEY_STORE_TYPE = "JKS";

    public Identity {
        chain = List.copyOf(chain);
        warnings = List.copyOf(warnings);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain: empty (expected: the certificate of the key, then its issuers)");
        }
    }

    /** The certificate of the key, the first of the chain. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The subject and the kind of the key; never the key. */
    @Override
    public String toString() {
        return "Identity[" + Escaped.of(certificate().getSubjectX500Principal().getName()) + ", " + key.getAlgorithm()
                + " key, " + chain.size() + (chain.size() == 1 ? " certificate]" : " certificates]");
    }
}
