package io.hellowire.certs.issue;

import io.hellowire.certs.read.CertificateRequest;
import io.hellowire.wire.text.AddressText;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate takes over from a request for it: the key, the subject, the DNS names and IP addresses, and whether
 * it is for a client. Everything else is decided by who signs.
 *
 * @param profile what to make of it
 * @param key the key to certify
 * @param notCopied what it asked for besides, for people
 */
public record SigningRequest(CertificateProfile profile, PublicKey key, List<String> notCopied) {

    private static final Map<ASN1ObjectIdentifier, String> WORDS = Map.of(
            Extension.keyUsage, "its key usage",
            Extension.subjectKeyIdentifier, "its key identifier",
            Extension.nameConstraints, "name constraints",
            Extension.certificatePolicies, "policies",
            Extension.issuerAlternativeName, "issuer names");

    public SigningRequest {
        notCopied = List.copyOf(notCopied);
    }

    /**
     * Takes over what is taken over.
     *
     * @param names to certify in place of those that it asks for; empty for those
     * @param purpose what it is for, or {@code null} for what it asks for
     * @throws IllegalArgumentException if no certificate can be made of it, saying why and what was expected
     */
    public static SigningRequest of(CertificateRequest request, Names names, @Nullable Purpose purpose) {
        KeyType keyType = KeyType.of(request.key());
        if (keyType == null) {
            throw new IllegalArgumentException("a key of " + request.key().getAlgorithm() + " (expected: one of "
                    + Arrays.toString(KeyType.values()) + ")");
        }
        Asked asked = new Asked(request);
        Purpose chosen = purpose == null ? asked.purpose() : purpose;
        Names certified = names.isEmpty() ? asked.names() : names;
        if (certified.isEmpty() && chosen != Purpose.CLIENT) {
            throw new IllegalArgumentException(
                    "names: none in the request (expected: a subjectAltName with DNS names or IP"
                            + " addresses, or --dns and --ip)");
        }
        CertificateProfile profile = chosen == Purpose.CLIENT
                ? CertificateProfile.client("client").withNames(certified)
                : CertificateProfile.server(certified);
        boolean anonymous = request.subject().getRDNs().length == 0;
        CertificateProfile named = anonymous ? profile : profile.withSubject(subject(request.subject()));
        return new SigningRequest(named.withKeyType(keyType), request.key(), asked.notCopied(chosen, names.isEmpty()));
    }

    private static Subject subject(X500Name name) {
        return new Subject(X500Name.getInstance(BCStyle.INSTANCE, name).toString());
    }

    /** What a request asks for. */
    private record Asked(CertificateRequest request) {

        private Names names() {
            List<String> dnsNames = new ArrayList<>();
            List<String> addresses = new ArrayList<>();
            for (GeneralName name : generalNames()) {
                if (name.getTagNo() == GeneralName.dNSName) {
                    dnsNames.add(name.getName().toString());
                } else if (name.getTagNo() == GeneralName.iPAddress) {
                    addresses.add(AddressText.of(
                            ASN1OctetString.getInstance(name.getName()).getOctets()));
                }
            }
            return new Names(dnsNames, Names.of(addresses).addresses());
        }

        private List<GeneralName> generalNames() {
            GeneralNames names = GeneralNames.fromExtensions(request.extensions(), Extension.subjectAlternativeName);
            return names == null ? List.of() : List.of(names.getNames());
        }

        private List<KeyPurposeId> purposes() {
            ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(request.extensions());
            return usage == null ? List.of() : List.of(usage.getUsages());
        }

        private Purpose purpose() {
            return purposes().equals(List.of(KeyPurposeId.id_kp_clientAuth)) ? Purpose.CLIENT : Purpose.SERVER;
        }

        private List<String> notCopied(Purpose chosen, boolean itsNames) {
            List<String> left = new ArrayList<>();
            for (GeneralName name : generalNames()) {
                boolean known = name.getTagNo() == GeneralName.dNSName || name.getTagNo() == GeneralName.iPAddress;
                if (!known || !itsNames) {
                    left.add("the name " + name);
                }
            }
            KeyPurposeId kept =
                    chosen == Purpose.CLIENT ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
            purposes().stream()
                    .filter(other -> !other.equals(kept))
                    .forEach(other -> left.add("the purpose " + other.getId()));
            for (ASN1ObjectIdentifier type : request.extensions().getExtensionOIDs()) {
                addOther(type, left);
            }
            return left;
        }

        private void addOther(ASN1ObjectIdentifier type, List<String> left) {
            if (type.equals(Extension.basicConstraints)) {
                if (BasicConstraints.fromExtensions(request.extensions()).isCA()) {
                    left.add("CA:TRUE, to sign others");
                }
            } else if (!type.equals(Extension.subjectAlternativeName) && !type.equals(Extension.extendedKeyUsage)) {
                left.add(WORDS.getOrDefault(type, "the extension " + type.getId()));
            }
        }
    }
}
