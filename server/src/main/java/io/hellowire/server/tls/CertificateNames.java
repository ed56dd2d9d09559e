package io.hellowire.server.tls;

import io.hellowire.certs.inspect.SubjectNames;
import io.hellowire.certs.issue.Names;
import io.hellowire.wire.text.AddressText;
import java.security.cert.X509Certificate;

/** Compares the names in a certificate with those it should have. */
final class CertificateNames {

    private CertificateNames() {}

    /** Whether the certificate stands for all of these names. */
    static boolean cover(X509Certificate certificate, Names wanted) {
        SubjectNames present = SubjectNames.of(certificate);
        return present.dnsNames().containsAll(wanted.dnsNames())
                && present.addresses()
                        .containsAll(
                                wanted.addresses().stream().map(AddressText::of).toList());
    }
}
