package io.hellowire.testkit.shapes;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** The extensions of a {@link Draft}, its alternative names among them. */
final class DraftExtensions {

    private final List<Extension> extensions = new ArrayList<>();
    private final List<GeneralName> names = new ArrayList<>();
    private boolean identifiers = true;

    void add(GeneralName name) {
        names.add(name);
    }

    /** Adds one, in place of one of the same kind that was there. */
    void put(Extension extension) {
        remove(extension.getExtnId());
        extensions.add(extension);
    }

    void remove(ASN1ObjectIdentifier identifier) {
        extensions.removeIf(extension -> extension.getExtnId().equals(identifier));
    }

    /** Leaves out the two that name keys. */
    void leaveIdentifiersOut() {
        identifiers = false;
    }

    /** All of them, for a certificate of this subject and key, signed with that key. */
    List<Extension> complete(X500Name subject, PublicKey key, PublicKey signer) throws IOException {
        List<Extension> all = new ArrayList<>(extensions);
        if (!names.isEmpty()) {
            boolean critical = subject.getRDNs().length == 0;
            all.add(new Extension(
                    Extension.subjectAlternativeName,
                    critical,
                    new GeneralNames(names.toArray(GeneralName[]::new)).getEncoded()));
        }
        JcaX509ExtensionUtils utils = Keys.identifiers();
        if (identifiers && !has(Extension.authorityKeyIdentifier)) {
            all.add(new Extension(
                    Extension.authorityKeyIdentifier,
                    false,
                    utils.createAuthorityKeyIdentifier(signer).getEncoded()));
        }
        if (identifiers) {
            all.add(new Extension(
                    Extension.subjectKeyIdentifier,
                    false,
                    utils.createSubjectKeyIdentifier(key).getEncoded()));
        }
        return all;
    }

    private boolean has(ASN1ObjectIdentifier identifier) {
        return extensions.stream().anyMatch(extension -> extension.getExtnId().equals(identifier));
    }

    /** Name constraints; each name is {@code DNS:...} or {@code IP:network/length} or {@code DN:...}. */
    static NameConstraints limits(List<String> permitted, List<String> excluded) {
        return new NameConstraints(subtrees(permitted), subtrees(excluded));
    }

    private static GeneralSubtree @Nullable [] subtrees(List<String> texts) {
        return texts.isEmpty()
                ? null
                : texts.stream()
                        .map(text -> new GeneralSubtree(new GeneralName(
                                text.startsWith("DNS:")
                                        ? GeneralName.dNSName
                                        : text.startsWith("IP:") ? GeneralName.iPAddress : GeneralName.directoryName,
                                text.substring(text.indexOf(':') + 1))))
                        .toArray(GeneralSubtree[]::new);
    }
}
