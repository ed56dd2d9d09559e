package io.hellowire.certs;

import io.hellowire.wire.text.Printable;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/**
 * Who we are: a private key and the certificates that go with it. The parts fit any TLS library:
 *
 * <pre>{@code
 * Identity identity = new CertificateLoader(Passphrase.none()).loadIdentity(Path.of("server.pem"), Path.of("server-key.pem"));
 * identity.warnings().forEach(System.err::println);
 * SslContext tls = SslContextBuilder.forServer(identity.keyManagers()).build();
 * }</pre>
 *
 * @param key the private key of the first certificate of the chain; an object of the JDK's own providers
 * @param chain the certificates to send, the own one first, each signed by the next; never empty
 * @param warnings what its user should know, one line each, file first; often empty
 */
public record Identity(PrivateKey key, List<X509Certificate> chain, List<String> warnings) {

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

    /** What gives the key and the chain to a TLS library, whatever kind of key it asks for. */
    public KeyManagerFactory keyManagers() {
        return new SoleKeyFactory(this);
    }

    /** The subject and the kind of the key; never the key. */
    @Override
    public String toString() {
        return "Identity["
                + Printable.withLetters(certificate().getSubjectX500Principal().getName()) + ", " + key.getAlgorithm()
                + " key, " + chain.size() + (chain.size() == 1 ? " certificate]" : " certificates]");
    }
}
