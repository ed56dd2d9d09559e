package io.hellowire.server.tls;

import io.hellowire.certs.issue.Names;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares the names in a certificate with those it should have. */
final class CertificateNames {

    private CertificateNames() {}

    /** Whether the certificate stands for all of these names. */
    static boolean cover(X509Certificate certificate, Names wanted) {
        Names present = of(certificate);
        return present.dnsNames().containsAll(wanted.dnsNames())
                && present.addresses().containsAll(wanted.addresses());
    }

    private static Names of(X509Certificate certificate) {
        List<String> texts = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                texts.add(String.valueOf(name.get(1)));
            }
        } catch (CertificateParsingException e) {
            return Names.none(); // one that cannot be read is made anew
        }
        return Names.of(texts);
    }
}
