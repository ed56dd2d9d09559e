package io.hellowire.client.tls;

import io.hellowire.wire.Printable;
import io.netty.util.NetUtil;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * The names in a certificate.
 *
 * @param dnsNames its dNSName entries, as in the certificate
 * @param addresses its iPAddress entries, as text
 * @param others entries of other kinds, each with its kind before it
 * @param commonName the CN of its subject, which names nobody (RFC 9525 section 2), or {@code null}
 */
record CertificateNames(
        List<String> dnsNames,
        List<String> addresses,
        List<String> others,
        @Nullable String commonName) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) {
        List<String> dnsNames = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (List<?> entry : entries(certificate)) {
            int kind = (Integer) entry.get(0);
            String value = String.valueOf(entry.get(1));
            switch (kind) {
                case DNS_NAME -> dnsNames.add(value);
                case IP_ADDRESS -> addresses.add(normal(value));
                default -> others.add(word(kind) + ":" + value);
            }
        }
        return new CertificateNames(dnsNames, addresses, others, commonName(certificate));
    }

    private static Collection<List<?>> entries(X509Certificate certificate) {
        try {
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            return entries == null ? List.of() : entries;
        } catch (CertificateParsingException e) {
            return List.of(); // names nobody can read name nobody
        }
    }

    private static String normal(String address) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(address);
        return octets == null ? address : NetUtil.bytesToIpAddress(octets);
    }

    private static String word(int kind) {
        return switch (kind) {
            case 0 -> "other";
            case 1 -> "email";
            case 4 -> "directory";
            case 6 -> "URI";
            case 8 -> "RID";
            default -> "kind " + kind;
        };
    }

    private static @Nullable String commonName(X509Certificate certificate) {
        try {
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(rdn.getValue());
                }
            }
            return null;
        } catch (InvalidNameException e) {
            return null;
        }
    }

    /** Every entry with its kind, safe to print: {@code DNS:example.com}. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        dnsNames.forEach(name -> words.add("DNS:" + Printable.ofText(name)));
        addresses.forEach(address -> words.add("IP:" + Printable.ofText(address)));
        others.forEach(other -> words.add(Printable.ofText(other)));
        return words;
    }
}
