package io.hellowire.certs.inspect;

import io.hellowire.certs.issue.AddressText;
import io.hellowire.certs.read.AlternativeName;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * Whom a certificate stands for: its subject alternative names (RFC 5280 section 4.2.1.6), and the name in its subject
 * that some clients still fall back to.
 *
 * @param dnsNames names of hosts, as they are written; may start with {@code *.}
 * @param addresses IP addresses as text
 * @param others names of other kinds, such as URIs, for people
 * @param commonName the last CN of the subject, or {@code null} if there is none
 * @param readableForJava whether Java can read all of them; if not, none of them counts for it
 */
public record SubjectNames(
        List<String> dnsNames,
        List<String> addresses,
        List<String> others,
        @Nullable String commonName,
        boolean readableForJava) {

    private static final List<String> KINDS =
            List.of("other name", "email", "DNS", "X.400", "directory", "EDI party", "URI", "IP", "registered ID");

    public SubjectNames {
        dnsNames = List.copyOf(dnsNames);
        addresses = List.copyOf(addresses);
        others = List.copyOf(others);
    }

    static SubjectNames of(X509Certificate certificate) {
        List<String> dnsNames = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (AlternativeName name : AlternativeName.of(certificate)) {
            if (name.kind() == AlternativeName.DNS) {
                dnsNames.add(name.text());
            } else if (name.kind() == AlternativeName.ADDRESS) {
                addresses.add(shortened(name.text()));
            } else {
                others.add(KINDS.get(name.kind()) + ": " + name.text());
            }
        }
        return new SubjectNames(
                dnsNames, addresses, others, commonName(certificate), AlternativeName.areReadableForJava(certificate));
    }

    private static String shortened(String address) {
        InetAddress parsed = AddressText.parse(address);
        return parsed == null ? address : AddressText.of(parsed);
    }

    private static @Nullable String commonName(X509Certificate certificate) {
        try {
            String found = null;
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("CN")) {
                    found = String.valueOf(rdn.getValue());
                }
            }
            return found;
        } catch (InvalidNameException e) {
            return null;
        }
    }

    /** Whether there are neither DNS names nor addresses, which is when some clients look at the common name. */
    public boolean isEmpty() {
        return dnsNames.isEmpty() && addresses.isEmpty();
    }

    /** Everything that could be in the URL of this server, each once. */
    public List<String> all() {
        return Stream.concat(dnsNames.stream(), addresses.stream()).distinct().toList();
    }

    /** Whether one of the addresses is this one. */
    boolean hasAddress(String address) {
        return addresses.contains(shortened(address));
    }

    /** The DNS names that are this one, in any case, or cover it by a {@code *} for its first label (RFC 9525 section 6.3). */
    List<String> covering(String host) {
        return dnsNames.stream().filter(pattern -> matches(pattern, host)).toList();
    }

    static boolean matches(String pattern, String host) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        if (lower.equals(wanted)) {
            return true;
        }
        int dot = wanted.indexOf('.');
        return lower.startsWith("*.") && dot > 0 && wanted.substring(dot).equals(lower.substring(1));
    }
}
