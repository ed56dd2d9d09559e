package io.hellowire.certs.read;

import java.io.IOException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of a PEM file, each by its label. */
final class PemReader {

    private static final String FORMAT = "PEM";

    private final EncryptedKeys encryptedKeys;

    PemReader(PassphraseSource passphrase) {
        this.encryptedKeys = new EncryptedKeys(passphrase);
    }

    Contents read(String text) throws UnreadableException, IOException {
        List<Contents> parts = new ArrayList<>();
        byte[] curve = null;
        for (PemBlock block : blocks(text)) {
            if (block.label().equals("EC PARAMETERS")) {
                curve = block.body();
            } else {
                parts.add(readLocated(block, curve));
            }
        }
        return Contents.ofAll(FORMAT, parts);
    }

    /** What is wrong is told of the file as it is, also if nothing can be taken out of it. */
    private static List<PemBlock> blocks(String text) throws UnreadableException {
        try {
            return new PemText(text).blocks();
        } catch (UnreadableException e) {
            String unwrapped = WrappedPem.unwrapped(text);
            if (unwrapped == null || unwrapped.equals(text)) {
                throw e;
            }
            try {
                return new PemText(unwrapped).blocks();
            } catch (UnreadableException nothingBetter) {
                throw e;
            }
        }
    }

    private Contents readLocated(PemBlock block, byte @Nullable [] curve) throws UnreadableException, IOException {
        try {
            return read(block, curve);
        } catch (UnreadableException e) {
            throw new UnreadableException("line " + block.line() + ": " + e.found(), e.expected(), e);
        }
    }

    private Contents read(PemBlock block, byte @Nullable [] curve) throws UnreadableException, IOException {
        byte[] body = encryptedKeys.fromLegacyPem(block);
        return switch (block.label()) {
            case "CERTIFICATE", "X509 CERTIFICATE" ->
                Contents.ofCertificates(FORMAT, List.of(Certificates.fromDer(body)));
            case "TRUSTED CERTIFICATE" -> Contents.ofCertificates(FORMAT, List.of(Certificates.fromTrustedDer(body)));
            case "PKCS7", "CMS" -> Contents.ofCertificates("PKCS#7 PEM", Certificates.fromPkcs7(body));
            case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                Contents.ofKey(FORMAT, key(block.label(), body, curve));
            case "DSA PRIVATE KEY" ->
                throw new UnreadableException("a DSA key", "an RSA, EC P-256, P-384 or P-521, or Ed25519 key");
            case "OPENSSH PRIVATE KEY" ->
                throw new UnreadableException("an OpenSSH key", "PKCS#8, which `ssh-keygen -p -m pkcs8` writes");
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" ->
                Contents.ofOther(FORMAT, "a certificate request (CSR)");
            case "PUBLIC KEY", "RSA PUBLIC KEY" -> Contents.ofOther(FORMAT, "a public key");
            default -> Contents.ofOther(FORMAT, "a " + PemLabel.shown(block.label()) + " block");
        };
    }

    /** By what it is; programs write the wrong label. If it is none of these, the label says what it should be. */
    private PrivateKey key(String label, byte[] body, byte @Nullable [] curve) throws UnreadableException, IOException {
        KeyEncoding encoding = KeyEncoding.of(body);
        return switch (encoding == null ? KeyEncoding.ofLabel(label) : encoding) {
            case PKCS8 -> PrivateKeys.fromPkcs8(body);
            case ENCRYPTED_PKCS8 -> encryptedKeys.fromPkcs8(body);
            case PKCS1 -> PrivateKeys.fromPkcs1(body);
            case SEC1 -> PrivateKeys.fromSec1(body, curve);
        };
    }
}
