package io.hellowire.certs.inspect;

import io.hellowire.certs.read.AlternativeName;
import io.hellowire.wire.text.AddressText;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * Whom a certificate stands for: its subject alternative names (RFC 5280 section 4.2.1.6), and the names in its subject
 * that some clients still fall back to.
 *
 * @param entries its subject alternative names in their order, each as it stands there
 * @param extension whether it has that extension, even one without any name in it
 * @param commonNames the CNs of the subject, in its order; most certificates have one
 * @param readableForJava whether Java can read all of them; if not, none of them counts for it
 */
public record SubjectNames(
        List<AlternativeName> entries, boolean extension, List<String> commonNames, boolean readableForJava) {

    private static final List<String> KINDS =
            List.of("other name", "email", "DNS", "X.400", "directory", "EDI party", "URI", "IP", "registered ID");

    public SubjectNames {
        entries = List.copyOf(entries);
        commonNames = List.copyOf(commonNames);
    }

    /** Reads those of a certificate. */
    public static SubjectNames of(X509Certificate certificate) {
        return new SubjectNames(
                AlternativeName.of(certificate),
                AlternativeName.anyIn(certificate),
                commonNames(certificate),
                AlternativeName.areReadableForJava(certificate));
    }

    private static List<String> commonNames(X509Certificate certificate) {
        List<String> found = new ArrayList<>();
        try {
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("CN")) {
                    found.add(String.valueOf(rdn.getValue()));
                }
            }
        } catch (InvalidNameException e) {
            return List.of();
        }
        return found;
    }

    /** Names of hosts, as they are written; may start with {@code *.}. */
    public List<String> dnsNames() {
        return texts(AlternativeName.DNS);
    }

    /** IP addresses in their shortest form; hexadecimal digits for what is none. */
    public List<String> addresses() {
        return texts(AlternativeName.ADDRESS).stream()
                .map(SubjectNames::shortened)
                .toList();
    }

    /** Names of other kinds, such as URIs, each with its kind, for people. */
    public List<String> others() {
        return entries.stream()
                .filter(name -> name.kind() != AlternativeName.DNS && name.kind() != AlternativeName.ADDRESS)
                .map(name -> kind(name) + ": " + name.text())
                .toList();
    }

    private static String kind(AlternativeName name) {
        return kind(name.kind());
    }

    /** The last CN of the subject, the most specific one, or {@code null} if there is none. */
    public @Nullable String commonName() {
        return commonNames.isEmpty() ? null : commonNames.get(commonNames.size() - 1);
    }

    /** Whether there are neither DNS names nor addresses, which is when some clients look at the common name. */
    public boolean isEmpty() {
        return !has(AlternativeName.DNS) && !has(AlternativeName.ADDRESS);
    }

    boolean has(int kind) {
        return entries.stream().anyMatch(name -> name.kind() == kind);
    }

    /** Everything that could be in the URL of this server, each once. */
    public List<String> all() {
        return Stream.concat(dnsNames().stream(), addresses().stream())
                .distinct()
                .toList();
    }

    /** The one by which a client takes the certificate for that of the host, or {@code null} if it does not. */
    public @Nullable AlternativeName match(ClientKind client, String host) {
        return new NameRules(client, this, host).match();
    }

    /** Whether one of the addresses is this one. */
    boolean hasAddress(String address) {
        return addresses().contains(shortened(address));
    }

    static boolean isAddress(String text, String address) {
        return shortened(text).equals(shortened(address));
    }

    private List<String> texts(int kind) {
        return entries.stream()
                .filter(name -> name.kind() == kind)
                .map(AlternativeName::text)
                .toList();
    }

    private static String shortened(String address) {
        if (address.startsWith(AlternativeName.MAPPED)) {
            return address;
        }
        InetAddress parsed = AddressText.parse(address);
        return parsed == null ? address : AddressText.of(parsed);
    }

    /** A kind of name (GeneralName, RFC 5280 section 4.2.1.6) in a word. */
    static String kind(int tag) {
        return tag < KINDS.size() ? KINDS.get(tag) : "kind " + tag;
    }
}
