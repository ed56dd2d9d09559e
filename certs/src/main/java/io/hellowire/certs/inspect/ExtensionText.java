package io.hellowire.certs.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.certs.read.NameConstraints;
import io.hellowire.certs.read.Subtree;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One extension of a certificate, for people: all that there are, also those that nobody here knows.
 *
 * @param name its name in RFC 5280, or its object identifier
 * @param critical whether who does not understand it must refuse the certificate
 * @param value what it says; whatever whoever made the certificate wrote, so not safe to print
 */
public record ExtensionText(String name, boolean critical, String value) {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2.5.29.14", "subject key identifier"),
            Map.entry("2.5.29.15", "key usage"),
            Map.entry("2.5.29.17", "subject alternative name"),
            Map.entry("2.5.29.18", "issuer alternative name"),
            Map.entry("2.5.29.19", "basic constraints"),
            Map.entry("2.5.29.30", "name constraints"),
            Map.entry("2.5.29.31", "CRL distribution points"),
            Map.entry("2.5.29.32", "certificate policies"),
            Map.entry("2.5.29.33", "policy mappings"),
            Map.entry("2.5.29.35", "authority key identifier"),
            Map.entry("2.5.29.36", "policy constraints"),
            Map.entry("2.5.29.37", "extended key usage"),
            Map.entry("2.5.29.54", "inhibit anyPolicy"),
            Map.entry("1.3.6.1.5.5.7.1.1", "authority information access"),
            Map.entry("1.3.6.1.5.5.7.1.24", "TLS feature"),
            Map.entry("1.3.6.1.4.1.11129.2.4.2", "signed certificate timestamps"),
            Map.entry("2.16.840.1.113730.1.1", "Netscape certificate type"),
            Map.entry("2.16.840.1.113730.1.13", "Netscape comment"));

    private static final int URI = 0x86;
    private static final Pattern LOOKS_LIKE_A_URI = Pattern.compile("[a-z]+:[!-~]+");
    private static final int SHOWN_OCTETS = 24;

    /** All extensions of a certificate, ordered by their object identifiers. */
    public static List<ExtensionText> of(X509Certificate certificate) {
        CertificateFacts facts = CertificateFacts.of(certificate);
        List<ExtensionText> all = new ArrayList<>();
        for (String type : new TreeSet<>(facts.extensions().present())) {
            all.add(new ExtensionText(
                    NAMES.getOrDefault(type, type),
                    facts.extensions().critical().contains(type),
                    value(type, facts, certificate)));
        }
        return all;
    }

    /** In one line: {@code basic constraints, critical: CA:TRUE}. */
    public String line() {
        return name + (critical ? ", critical: " : ": ") + value;
    }

    private static String value(String type, CertificateFacts facts, X509Certificate certificate) {
        ExtensionFacts extensions = facts.extensions();
        byte[] content = certificate.getExtensionValue(type);
        List<String> known = switch (type) {
            case "2.5.29.14" -> listed(extensions.keys().own());
            case "2.5.29.15" -> orNone(extensions.usages().key());
            case "2.5.29.17" -> names(facts.names());
            case "2.5.29.19" -> basicConstraints(extensions);
            case "2.5.29.30" -> extensions.names() == null ? List.of() : limits(extensions.names());
            case "2.5.29.35" -> listed(extensions.keys().issuers());
            case "2.5.29.37" -> orNone(extensions.usages().purposes());
            default -> uris(content);
        };
        return known.isEmpty() ? octets(content) : String.join(", ", known);
    }

    private static List<String> listed(@Nullable String one) {
        return one == null ? List.of() : List.of(one);
    }

    private static List<String> orNone(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }

    private static List<String> names(SubjectNames names) {
        return names.entries().stream()
                .map(name -> SubjectNames.kind(name.kind()) + ":" + name.text())
                .toList();
    }

    private static List<String> basicConstraints(ExtensionFacts extensions) {
        List<String> words = new ArrayList<>(List.of(extensions.authority() ? "CA:TRUE" : "CA:FALSE"));
        if (extensions.pathLength() != null) {
            words.add("path length " + extensions.pathLength());
        }
        return words;
    }

    private static List<String> limits(NameConstraints names) {
        List<String> words = new ArrayList<>();
        names.permitted().forEach(subtree -> words.add("permitted " + words(subtree)));
        names.excluded().forEach(subtree -> words.add("excluded " + words(subtree)));
        return words;
    }

    private static String words(Subtree subtree) {
        return SubjectNames.kind(subtree.kind()) + ":" + subtree.base();
    }

    /** The URIs among the names in an extension, such as those of certificate authorities and their lists. */
    private static List<String> uris(byte[] content) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 2 < content.length; i++) {
            int length = content[i + 1];
            if ((content[i] & 0xff) == URI && length > 0 && i + 2 + length <= content.length) {
                String text = new String(content, i + 2, length, ISO_8859_1);
                if (LOOKS_LIKE_A_URI.matcher(text).matches()) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    /** Without the OCTET STRING around it, whose length takes one octet or more. */
    private static String octets(byte[] wrapped) {
        int header = wrapped[1] >= 0 ? 2 : 2 + (wrapped[1] & 0x7f);
        int length = wrapped.length - header;
        String shown = HexFormat.of().formatHex(wrapped, header, header + Math.min(length, SHOWN_OCTETS));
        return length + " octets: " + shown + (length > SHOWN_OCTETS ? "..." : "");
    }
}
