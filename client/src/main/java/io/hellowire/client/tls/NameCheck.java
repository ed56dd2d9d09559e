package io.hellowire.client.tls;

import io.hellowire.wire.Printable;
import io.netty.util.NetUtil;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is for the server that was meant (RFC 9525, RFC 9110 section 4.3.4): a name matches a dNSName
 * entry, an address an iPAddress entry, and the common name never counts.
 *
 * @param reference the name or address it must be valid for
 * @param matched the entry that matched, such as {@code DNS:*.example.com}, or {@code null} when none did
 * @param problem what is wrong, or {@code null} when an entry matched
 */
public record NameCheck(
        String reference,
        @Nullable String matched,
        @Nullable Finding problem) {

    /**
     * Looks for a name or address.
     *
     * @param reference a name in A-labels without a trailing dot, or an address without brackets and zone
     */
    static NameCheck of(X509Certificate certificate, String reference) {
        CertificateNames names = CertificateNames.of(certificate);
        byte[] address = NetUtil.createByteArrayFromIpAddressString(reference);
        return address == null
                ? ofName(names, reference)
                : ofAddress(names, reference, NetUtil.bytesToIpAddress(address));
    }

    private static NameCheck ofName(CertificateNames names, String reference) {
        for (String pattern : names.dnsNames()) {
            if (matches(pattern, reference)) {
                return new NameCheck(reference, "DNS:" + Printable.ofText(pattern), null);
            }
        }
        return new NameCheck(reference, null, nameProblem(names, reference));
    }

    private static NameCheck ofAddress(CertificateNames names, String reference, String normal) {
        if (names.addresses().contains(normal)) {
            return new NameCheck(reference, "IP:" + normal, null);
        }
        return new NameCheck(reference, null, addressProblem(names, reference, normal));
    }

    /** RFC 9525 section 6.3: a wildcard is the whole left-most label, stands for one label, and needs two after it. */
    static boolean matches(String pattern, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String offered = pattern.toLowerCase(Locale.ROOT);
        if (!offered.startsWith("*.")) {
            return !offered.contains("*") && offered.equals(wanted);
        }
        String suffix = offered.substring(1);
        int dot = wanted.indexOf('.');
        boolean wideEnough = suffix.indexOf('.', 1) > 0 && !suffix.contains("*");
        return wideEnough && dot > 0 && wanted.substring(dot).equals(suffix);
    }

    private static Finding nameProblem(CertificateNames names, String reference) {
        List<String> offered = names.words();
        if (offered.isEmpty() && isCommonName(names, reference)) {
            return new Finding(
                    "name_only_in_common_name",
                    "the certificate has " + reference + " in its common name only, which does not count (RFC 9525)",
                    "make one with it: hellowire-certs create --dns " + reference);
        }
        if (offered.isEmpty()) {
            return new Finding(
                    "no_names",
                    "the certificate names no server at all: it has no subject alternative name",
                    "make one with it: hellowire-certs create --dns " + reference);
        }
        return new Finding(
                "name_mismatch",
                "the certificate is not for " + reference + " but for " + String.join(", ", offered),
                "use one of its names in the URL, or: hellowire-certs create --dns " + reference);
    }

    private static Finding addressProblem(CertificateNames names, String reference, String normal) {
        String fix = "make a certificate with one: hellowire-certs create --ip " + normal;
        if (names.dnsNames().stream().anyMatch(name -> name.equalsIgnoreCase(reference) || name.equals(normal))) {
            return new Finding(
                    "address_written_as_dns_name",
                    "the certificate has no IP address entry for " + reference + "; DNS:" + reference
                            + ", an address written as a name, does not count (RFC 9525)",
                    fix);
        }
        if (names.addresses().isEmpty() && isCommonName(names, reference)) {
            return new Finding(
                    "address_only_in_common_name",
                    "the certificate has the address " + reference
                            + " in its common name only, which does not count (RFC 9525)",
                    fix);
        }
        String offered = names.words().isEmpty() ? "nothing" : String.join(", ", names.words());
        return new Finding(
                "name_mismatch", "the certificate is not for the address " + reference + " but for " + offered, fix);
    }

    private static boolean isCommonName(CertificateNames names, String reference) {
        String commonName = names.commonName();
        return commonName != null && (commonName.equalsIgnoreCase(reference) || matches(commonName, reference));
    }
}
