package io.hellowire.certs.issue;

import io.hellowire.wire.text.AddressText;
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

    /**
     * @throws NamesNotPermittedException if what its certificate permits cannot be read
     */
    NameLimits(X509Certificate authority) {
        this.authority = authority;
        try {
            limitTo(constraintsOf(authority));
        } catch (RuntimeException e) {
            // Bouncy Castle reads damaged bytes with whatever exception comes to it.
            throw new NamesNotPermittedException(authority.getSubjectX500Principal()
                    + " has damaged name constraints: nobody can tell what it may sign"
                    + " (expected: those of RFC 5280 section 4.2.1.10, or none)");
        }
    }

    private void limitTo(@Nullable NameConstraints constraints) {
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

    Names permitted(Names names) {
        return new Names(
                names.dnsNames().stream().filter(name -> permits(dnsName(name))).toList(),
                names.addresses().stream()
                        .filter(address -> permits(iPAddress(AddressText.of(address))))
                        .toList());
    }

    void check(Names names) {
        for (String name : names.dnsNames()) {
            if (!permits(dnsName(name))) {
                throw AddressText.parse(name) == null ? refused(name + ": no DNS name") : refusedAsName(name);
            }
        }
        for (String address : names.addresses().stream().map(AddressText::of).toList()) {
            if (!permits(iPAddress(address))) {
                throw refused(address + ": no IP address");
            }
        }
    }

    /** Limits to domains leave no place for an address: whoever enforces them would refuse the whole certificate. */
    private NamesNotPermittedException refusedAsName(String address) {
        return new NamesNotPermittedException(address + ": an address as a DNS name, as --device-compat adds it, which "
                + authority.getSubjectX500Principal()
                + " may not sign (expected: no --device-compat, if all devices have"
                + " Mbed TLS 3.5 or newer; no --ca, so that the certificate signs itself; or an authority made with"
                + " --unconstrained)");
    }

    private NamesNotPermittedException refused(String what) {
        return new NamesNotPermittedException(what + " that " + authority.getSubjectX500Principal()
                + " may sign (expected: a private address, or a name under localhost, .local, .test, .internal or"
                + " .home.arpa; or an authority made with --unconstrained)");
    }

    private boolean permits(GeneralName name) {
        try {
            validator.checkPermitted(name);
            validator.checkExcluded(name);
            return true;
        } catch (NameConstraintValidatorException e) {
            return false;
        }
    }

    private static GeneralName dnsName(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private static GeneralName iPAddress(String address) {
        return new GeneralName(GeneralName.iPAddress, address);
    }
}
