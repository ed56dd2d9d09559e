package io.hellowire.certs.read;

import static io.hellowire.certs.read.Der.BIT_STRING;
import static io.hellowire.certs.read.Der.CONTEXT_0;
import static io.hellowire.certs.read.Der.INTEGER;
import static io.hellowire.certs.read.Der.OBJECT_IDENTIFIER;
import static io.hellowire.certs.read.Der.OCTET_STRING;
import static io.hellowire.certs.read.Der.SEQUENCE;

import java.io.IOException;
import java.util.List;

/** Tells by its structure what a piece of DER is, since nothing in it says so, and reads it. */
final class DerReader {

    private static final String EXPECTED = "a certificate, a private key, PKCS#7 or PKCS#12";

    private final EncryptedKeys encryptedKeys;
    private final Pkcs12Reader pkcs12Reader;

    DerReader(PassphraseSource passphrase) {
        this.encryptedKeys = new EncryptedKeys(passphrase);
        this.pkcs12Reader = new Pkcs12Reader(passphrase);
    }

    /** Reads exactly one outermost element. */
    Contents read(byte[] der) throws UnreadableException, IOException {
        Der outermost = new Der(der);
        Der inside = outermost.enter(SEQUENCE);
        if (outermost.tag() != Der.NONE) {
            throw new UnreadableException(
                    outermost.rest().length + " more bytes after the end of the DER",
                    "one DER object and nothing else");
        }
        return switch (inside.tag()) {
            case SEQUENCE -> certificateOrWrapped(der, inside);
            case INTEGER -> keyOrKeyStore(der, inside);
            case OBJECT_IDENTIFIER -> Contents.ofCertificates("PKCS#7", Certificates.fromPkcs7(der));
            default -> throw new UnreadableException("DER of an unknown kind", EXPECTED);
        };
    }

    private Contents certificateOrWrapped(byte[] der, Der inside) throws UnreadableException, IOException {
        List<Integer> tags = inside.tags();
        if (tags.equals(List.of(SEQUENCE, OCTET_STRING))) {
            return Contents.ofKey("encrypted PKCS#8 DER", encryptedKeys.fromPkcs8(der));
        }
        if (tags.equals(List.of(SEQUENCE, BIT_STRING))) {
            return Contents.ofOther("DER", "a public key");
        }
        if (!tags.equals(List.of(SEQUENCE, SEQUENCE, BIT_STRING))) {
            throw new UnreadableException("DER of an unknown kind", EXPECTED);
        }
        return signed(der, inside.enter(SEQUENCE).tags());
    }

    /** A certificate, a request for one or a revocation list: all three are (content, algorithm, signature). */
    private static Contents signed(byte[] der, List<Integer> content) throws UnreadableException {
        long sequences = content.stream().filter(tag -> tag == SEQUENCE).count();
        if (content.indexOf(CONTEXT_0) == 0 || sequences >= 5) {
            return Contents.ofCertificates("DER", List.of(Certificates.fromDer(der)));
        }
        boolean request = content.size() >= 3
                && content.subList(0, 3).equals(List.of(INTEGER, SEQUENCE, SEQUENCE))
                && (content.size() == 3 || content.get(3) == CONTEXT_0);
        return Contents.ofOther("DER", request ? "a certificate request (CSR)" : "a revocation list (CRL)");
    }

    private Contents keyOrKeyStore(byte[] der, Der inside) throws UnreadableException, IOException {
        List<Integer> tags = inside.tags();
        KeyEncoding encoding = KeyEncoding.of(der);
        if (encoding == KeyEncoding.PKCS1) {
            return Contents.ofKey("PKCS#1 DER", PrivateKeys.fromPkcs1(der));
        }
        if (encoding == KeyEncoding.SEC1) {
            return Contents.ofKey("SEC1 DER", PrivateKeys.fromSec1(der, null));
        }
        if (encoding == KeyEncoding.PKCS8) {
            return Contents.ofKey("PKCS#8 DER", PrivateKeys.fromPkcs8(der));
        }
        if (tags.size() >= 2 && tags.get(1) == SEQUENCE) {
            return pkcs12Reader.read(der);
        }
        if (tags.equals(List.of(INTEGER, INTEGER))) {
            return Contents.ofOther("DER", "an RSA public key or Diffie-Hellman parameters");
        }
        if (tags.size() == 6) {
            throw new UnreadableException("a DSA key", "an RSA, EC or Ed25519 key");
        }
        throw new UnreadableException("DER of an unknown kind", EXPECTED);
    }
}
