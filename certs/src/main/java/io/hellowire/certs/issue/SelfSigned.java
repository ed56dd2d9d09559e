package io.hellowire.certs.issue;

import io.hellowire.certs.Identity;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;

/** Makes certificates that vouch for themselves: whoever is to trust one is given that very certificate. */
public final class SelfSigned {

    private SelfSigned() {}

    /** Whether its own key signed it; its issuer may have its name and another key. */
    public static boolean isSelfSigned(X509Certificate certificate) {
        return Signer.isSignedWith(certificate, certificate);
    }

    /** Makes a key and its certificate, which takes milliseconds for curves and up to seconds for large RSA keys. */
    public static Identity issue(CertificateProfile profile) {
        KeyPair keys = profile.keyType().generate();
        X509Certificate certificate = new Signer(profile.subject().encoded(), keys, profile.keyType())
                .sign(profile.subject().encoded(), profile.validity(), Extensions.of(profile), keys.getPublic());
        return new Identity(keys.getPrivate(), List.of(certificate), List.of());
    }
}
