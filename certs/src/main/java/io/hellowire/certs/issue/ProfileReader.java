package io.hellowire.certs.issue;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Reads back from a certificate what was asked for when it was made. */
final class ProfileReader {

    private final X509Certificate certificate;

    ProfileReader(X509Certificate certificate) {
        this.certificate = certificate;
    }

    CertificateProfile profile() {
        if (certificate.getBasicConstraints() >= 0) {
            throw new IllegalArgumentException("the certificate of an authority");
        }
        KeyType keyType = KeyType.of(certificate.getPublicKey());
        if (keyType == null) {
            throw new IllegalArgumentException(
                    "a key that is not made here: " + certificate.getPublicKey().getAlgorithm());
        }
        return new CertificateProfile(subject(), names(), keyType, Validity.ofDays(days()), purpose());
    }

    private Subject subject() {
        return Subject.of(certificate);
    }

    private int days() {
        return Math.toIntExact(
                Math.min(36_500, Math.max(1, Validity.of(certificate).days())));
    }

    private Names names() {
        List<String> dnsNames = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (List<?> name : alternativeNames()) {
            if (Integer.valueOf(GeneralName.dNSName).equals(name.get(0))) {
                dnsNames.add((String) name.get(1));
            } else if (Integer.valueOf(GeneralName.iPAddress).equals(name.get(0))) {
                addresses.add((String) name.get(1));
            }
        }
        return new Names(dnsNames, Names.of(addresses).addresses());
    }

    private Collection<List<?>> alternativeNames() {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("names that cannot be read", e);
        }
    }

    private Purpose purpose() {
        try {
            List<String> usage = certificate.getExtendedKeyUsage();
            if (usage != null && usage.equals(List.of(KeyPurposeId.id_kp_clientAuth.getId()))) {
                return Purpose.CLIENT;
            }
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("a usage that cannot be read", e);
        }
        return agreesOnKeys() && certificate.getExtensionValue(Extension.basicConstraints.getId()) == null
                ? Purpose.TUTORIAL
                : Purpose.SERVER;
    }

    private boolean agreesOnKeys() {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage[4]; // RFC 5280 section 4.2.1.3: bit 4 is keyAgreement
    }
}
