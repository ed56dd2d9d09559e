package io.hellowire.certs.issue;

import io.hellowire.certs.Identity;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** A small certificate authority of one's own: who trusts it trusts everything it signs. */
public final class Authority {

    private final Identity identity;
    private final KeyType keyType;

    private Authority(Identity identity, KeyType keyType) {
        this.identity = identity;
        this.keyType = keyType;
    }

    /** Makes a new one. */
    public static Authority create(AuthorityProfile profile) {
        return create(profile, profile.keyType().generate());
    }

    /**
     * Makes a new one whose name ends in a short fingerprint of its key. Clients look authorities up by their names: one
     * that was made anew under its old name is taken for the old one, and all it signs for forged.
     */
    public static Authority createWithNameOfItsOwn(AuthorityProfile profile) {
        KeyPair keys = profile.keyType().generate();
        return create(profile.withSubject(profile.subject().followedBy(Signer.fingerprint(keys.getPublic()))), keys);
    }

    private static Authority create(AuthorityProfile profile, KeyPair keys) {
        X509Certificate certificate = new Signer(profile.subject().encoded(), keys, profile.keyType())
                .sign(profile.subject().encoded(), profile.validity(), Extensions.of(profile), keys.getPublic());
        return new Authority(new Identity(keys.getPrivate(), List.of(certificate), List.of()), profile.keyType());
    }

    /**
     * Takes up an existing one.
     *
     * @throws IllegalArgumentException if its certificate is not one of an authority, or its key is of no known type
     */
    public static Authority of(Identity identity) {
        X509Certificate certificate = identity.certificate();
        KeyType keyType = KeyType.of(certificate.getPublicKey());
        if (certificate.getBasicConstraints() < 0) {
            throw new IllegalArgumentException(
                    certificate.getSubjectX500Principal() + " (expected: an authority, with CA:TRUE)");
        }
        if (keyType == null) {
            throw new IllegalArgumentException(certificate.getPublicKey().getAlgorithm() + " key (expected: one of "
                    + List.of(KeyType.values()) + ")");
        }
        return new Authority(identity, keyType);
    }

    /** Its own key and certificate. */
    public Identity identity() {
        return identity;
    }

    /** Its certificate, which others are to trust. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /**
     * Makes a key and a certificate for it, signed by this authority. The chain holds what a peer needs beside the root
     * that it trusts.
     *
     * @throws NamesNotPermittedException if this authority may not sign one of the names
     */
    public Identity issue(CertificateProfile profile) {
        new NameLimits(certificate()).check(profile.names());
        KeyPair keys = profile.keyType().generate();
        return new Identity(keys.getPrivate(), certify(profile, keys.getPublic()), List.of());
    }

    /**
     * Makes a certificate for a key that somebody has, signed by this authority.
     *
     * @return what a peer needs beside the root that it trusts, the certificate first
     * @throws NamesNotPermittedException if this authority may not sign one of the names
     */
    public List<X509Certificate> certify(CertificateProfile profile, PublicKey key) {
        new NameLimits(certificate()).check(profile.names());
        return chainOf(signer().sign(profile.subject().encoded(), profile.validity(), Extensions.of(profile), key));
    }

    /** The same, but over when this authority is: what outlives it is refused from that day on anyway. */
    public CertificateProfile within(CertificateProfile profile) {
        return profile.withValidity(profile.validity().within(Validity.of(certificate())));
    }

    /** Whether its key signed this; others may have its name. */
    public boolean hasSigned(X509Certificate certificate) {
        return Signer.isSignedWith(certificate(), certificate);
    }

    /** Those of the names that this authority may sign. */
    public Names permitted(Names names) {
        return new NameLimits(certificate()).permitted(names);
    }

    private Signer signer() {
        try {
            return new Signer(
                    new JcaX509CertificateHolder(certificate()).getSubject(),
                    new KeyPair(certificate().getPublicKey(), identity.key()),
                    keyType);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded can be encoded", e);
        }
    }

    /** A root is not sent: who does not have it already would not trust it (RFC 8446 section 4.4.2). */
    private List<X509Certificate> chainOf(X509Certificate certificate) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        for (X509Certificate above : identity.chain()) {
            if (!above.getSubjectX500Principal().equals(above.getIssuerX500Principal())) {
                chain.add(above);
            }
        }
        return chain;
    }
}
