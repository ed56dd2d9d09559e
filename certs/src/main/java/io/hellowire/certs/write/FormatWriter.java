package io.hellowire.certs.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns keys and certificates into the bytes of files. */
final class FormatWriter {

    private final char @Nullable [] passphrase;

    /**
     * Makes a writer.
     *
     * @param passphrase protects every key written; {@code null} for keys in the clear, and for PKCS#12 with the empty
     *     passphrase, which that format needs
     */
    FormatWriter(char @Nullable [] passphrase) {
        this.passphrase = passphrase == null ? null : passphrase.clone();
    }

    /**
     * Writes in this format.
     *
     * @return the files, one or more, in the order in which people look at them; the certificate before the key
     * @throws IllegalArgumentException if there is a key and a passphrase, and the format cannot encrypt
     */
    List<Encoded> write(Format format, Material material) {
        if (passphrase != null && material.key() != null && !format.canEncrypt()) {
            throw new IllegalArgumentException("format: " + format + " (expected: one that can be encrypted)");
        }
        return switch (format) {
            case PEM -> pem(material);
            case DER -> der(material);
            case P12 -> List.of(new Encoded("", material.key() != null, Pkcs12Writer.write(material, passphrase)));
            case HEADERLESS -> headerless(material);
            case MICROPYTHON -> List.of(ascii(material, ProgramText.python(material)));
            case C -> List.of(ascii(material, ProgramText.c(material)));
        };
    }

    private List<Encoded> pem(Material material) {
        List<Encoded> files = new ArrayList<>();
        if (!material.certificates().isEmpty()) {
            files.add(Encoded.certificates(
                    CertificatesPem.of(material.certificates()).getBytes(US_ASCII)));
        }
        if (material.key() != null) {
            String label = passphrase == null ? "PRIVATE KEY" : "ENCRYPTED PRIVATE KEY";
            files.add(Encoded.key(PemLines.block(label, pkcs8(material.key())).getBytes(US_ASCII)));
        }
        return files;
    }

    private List<Encoded> der(Material material) {
        List<Encoded> files = new ArrayList<>();
        for (X509Certificate certificate : material.certificates()) {
            files.add(Encoded.certificate(files.size(), der(certificate)));
        }
        if (material.key() != null) {
            files.add(Encoded.key(pkcs8(material.key())));
        }
        return files;
    }

    private List<Encoded> headerless(Material material) {
        return der(material).stream()
                .map(file -> new Encoded(
                        file.suffix(),
                        file.holdsKey(),
                        PemLines.body(file.content()).getBytes(US_ASCII)))
                .toList();
    }

    private static Encoded ascii(Material material, String text) {
        return new Encoded("", material.key() != null, text.getBytes(US_ASCII));
    }

    private byte[] pkcs8(PrivateKey key) {
        return passphrase == null ? key.getEncoded() : KeyEncryption.encrypt(key, passphrase);
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("certificate: one that cannot be encoded", e);
        }
    }
}
