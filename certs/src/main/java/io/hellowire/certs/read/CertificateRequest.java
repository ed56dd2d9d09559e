package io.hellowire.certs.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A request for a certificate (PKCS#10, RFC 2986) whose signature was right: whoever made it has the key.
 *
 * @param subject whom it is about
 * @param key the key to be certified, an object of the JDK's own providers
 * @param extensions what it asks for (RFC 2985 section 5.4.2)
 */
public record CertificateRequest(X500Name subject, PublicKey key, Extensions extensions) {

    private static final String EXPECTED = "one certificate request, as `openssl req -new` writes it";

    /**
     * Reads the one that is in a file: PEM, DER, or the base64 of DER alone.
     *
     * @throws UnreadableException if there is not just one, or its signature is not that of its key
     */
    public static CertificateRequest read(byte[] file) throws UnreadableException {
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der(file));
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new UnreadableException(
                        "a certificate request with a signature that is not of its key", "the request as it was made");
            }
            Extensions asked = request.getRequestedExtensions();
            return new CertificateRequest(
                    request.getSubject(), key, asked == null ? new Extensions(new Extension[0]) : asked);
        } catch (RuntimeOperatorException e) {
            throw new UnreadableException(
                    "a certificate request with a signature that this Java cannot check",
                    "an RSA, EC P-256 or P-384, or Ed25519 key",
                    e);
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | IllegalArgumentException e) {
            throw new UnreadableException("a damaged certificate request", EXPECTED, e);
        }
    }

    private static byte[] der(byte[] file) throws UnreadableException {
        if (file.length > 0 && file[0] == Der.SEQUENCE) {
            return file;
        }
        String text = new String(file, ISO_8859_1);
        return PemText.isPem(text) ? fromPem(text) : fromBase64(text);
    }

    private static byte[] fromPem(String text) throws UnreadableException {
        List<PemBlock> requests = new PemText(text)
                .blocks().stream()
                        .filter(block -> block.label().endsWith("CERTIFICATE REQUEST"))
                        .toList();
        if (requests.size() != 1) {
            throw new UnreadableException(
                    requests.isEmpty() ? "no certificate request" : requests.size() + " certificate requests",
                    EXPECTED);
        }
        return requests.get(0).body();
    }

    private static byte[] fromBase64(String text) throws UnreadableException {
        Base64Lines body = new Base64Lines();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            body.add(lines.get(i), i + 1);
        }
        return body.decode(lines.size());
    }
}
