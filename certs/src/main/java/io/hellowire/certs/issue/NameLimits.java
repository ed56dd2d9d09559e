package io.hellowire.certs.issue;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** The names that an authority's certificate lets it sign; Java itself does not look at them on a root. */
final class NameLimits {

    private final PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
    private final X509Certificate authority;

    NameLimits(X509Certificate authority) {
        this.authority = authority;
        NameConstraints constraints = constraintsOf(authority);
        if (constraints != null && constraints.getPermittedSubtrees() != null) {
            validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
        }
        if (constraints != null && constraints.getExcludedSubtrees() != null) {
            for (var excluded : constraints.getExcludedSubtrees()) {
                validator.addExcludedSubtree(excluded);
            }
        }
    }

    private static @Nullable NameConstraints constraintsOf(X509Certificate certificate) {
        try {
            Extension extension = new JcaX509CertificateHolder(certificate).getExtension(Extension.nameConstraints);
            return extension == null ? null : NameConstraints.getInstance(extension.getParsedValue());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded can be encoded", e);
        }
    }

    void check(Names names) {
        names.dnsNames().forEach(name -> check(name, new GeneralName(GeneralName.dNSName, name)));
        names.addresses().stream()
                .map(AddressText::of)
                .forEach(address -> check(address, new GeneralName(GeneralName.iPAddress, address)));
    }

    private void check(String text, GeneralName name) {
        try {
            validator.checkPermitted(name);
            validator.checkExcluded(name);
        } catch (NameConstraintValidatorException e) {
            throw new NamesNotPermittedException(
                    text,
                    "not for " + authority.getSubjectX500Principal()
                            + " to sign, as " + (name.getTagNo() == GeneralName.dNSName ? "DNS name" : "IP address")
                            + " (expected: a private address, or a name under localhost, .local, .test, .internal or"
                            + " .home.arpa; or an authority made with --unconstrained)");
        }
    }
}
