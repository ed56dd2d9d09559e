package io.hellowire.certs.issue;

import io.hellowire.wire.text.AddressText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The extensions of a certificate, in the order in which they are written; key identifiers come with the signing. */
final class Extensions {

    private Extensions() {}

    /** Those of a server, a client or the tutorial's server. */
    static List<Extension> of(CertificateProfile profile) {
        List<Extension> extensions = new ArrayList<>();
        if (profile.purpose() != Purpose.TUTORIAL) {
            extensions.add(extension(Extension.basicConstraints, true, new BasicConstraints(false)));
        }
        extensions.add(extension(Extension.keyUsage, true, new KeyUsage(keyUsage(profile))));
        extensions.add(extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(extendedKeyUsage(profile))));
        if (!profile.names().isEmpty()) {
            extensions.add(extension(Extension.subjectAlternativeName, false, generalNames(profile.names())));
        }
        return extensions;
    }

    /** Those of an authority that signs servers and clients, but no further authorities. */
    static List<Extension> of(AuthorityProfile profile) {
        List<Extension> extensions = new ArrayList<>();
        extensions.add(extension(Extension.basicConstraints, true, new BasicConstraints(0)));
        extensions.add(extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
        profile.reach().constraints().ifPresent(extensions::add);
        return extensions;
    }

    /** Browsers refuse a certificate whose usage does not fit the handshake; only RSA keys can encipher a key. */
    private static int keyUsage(CertificateProfile profile) {
        if (profile.purpose() == Purpose.TUTORIAL) {
            return KeyUsage.digitalSignature | KeyUsage.keyAgreement;
        }
        boolean enciphers = profile.keyType().isRsa() && profile.purpose() == Purpose.SERVER;
        return enciphers ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment : KeyUsage.digitalSignature;
    }

    private static KeyPurposeId extendedKeyUsage(CertificateProfile profile) {
        return profile.purpose() == Purpose.CLIENT ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
    }

    private static GeneralNames generalNames(Names names) {
        List<GeneralName> all = new ArrayList<>();
        names.dnsNames().forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
        names.addresses().forEach(address -> all.add(new GeneralName(GeneralName.iPAddress, AddressText.of(address))));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return Extension.create(type, critical, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // written to memory, where nothing can fail
        }
    }
}
