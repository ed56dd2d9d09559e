package io.hellowire.client.tls;

import io.hellowire.certs.inspect.ClientKind;
import io.hellowire.certs.inspect.SubjectNames;
import io.hellowire.certs.read.AlternativeName;
import io.hellowire.cli.Tool;
import io.hellowire.wire.text.Printable;
import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.List;
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
    static NameCheck of(SubjectNames names, String reference) {
        AlternativeName matched = names.match(ClientKind.HELLOWIRE, reference);
        if (matched != null) {
            return new NameCheck(reference, words(matched), null);
        }
        byte[] address = NetUtil.createByteArrayFromIpAddressString(reference);
        return new NameCheck(
                reference,
                null,
                address == null
                        ? nameProblem(names, reference)
                        : addressProblem(names, reference, NetUtil.bytesToIpAddress(address)));
    }

    private static Finding nameProblem(SubjectNames names, String reference) {
        List<String> offered = words(names);
        if (!offered.isEmpty()) {
            return new Finding(
                    "name_mismatch",
                    "the certificate is not for " + reference + " but for " + String.join(", ", offered),
                    "use one of its names in the URL, or: " + Tool.CERTS.typed() + " create --dns " + reference);
        }
        return isCommonName(names, reference)
                ? new Finding(
                        "name_only_in_common_name",
                        "the certificate has " + reference
                                + " in its common name only, which does not count (RFC 9525)",
                        "make one with it: " + Tool.CERTS.typed() + " create --dns " + reference)
                : new Finding(
                        "no_names",
                        "the certificate names no server at all: it has no subject alternative name"
                                + (names.extension() ? " that can be read" : ""),
                        "make one with it: " + Tool.CERTS.typed() + " create --dns " + reference);
    }

    private static Finding addressProblem(SubjectNames names, String reference, String normal) {
        String fix = "make a certificate with one: " + Tool.CERTS.typed() + " create --ip " + normal;
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
        List<String> offered = words(names);
        return new Finding(
                "name_mismatch",
                "the certificate is not for the address " + reference + " but for "
                        + (offered.isEmpty() ? "nothing" : String.join(", ", offered)),
                fix);
    }

    private static boolean isCommonName(SubjectNames names, String reference) {
        return names.commonNames().stream().anyMatch(reference::equalsIgnoreCase);
    }

    private static String words(AlternativeName name) {
        return words(new SubjectNames(List.of(name), true, List.of(), true)).get(0);
    }

    /** Every entry with its kind, safe to print: {@code DNS:example.com}. */
    static List<String> words(SubjectNames names) {
        List<String> words = new ArrayList<>();
        names.dnsNames().forEach(name -> words.add("DNS:" + Printable.ofText(name)));
        names.addresses().forEach(address -> words.add("IP:" + Printable.ofText(address)));
        names.others().forEach(other -> words.add(Printable.ofText(other.replaceFirst(": ", ":"))));
        return words;
    }
}
