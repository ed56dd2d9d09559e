package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.ANDROID;
import static io.hellowire.certs.inspect.ClientKind.CHROME;
import static io.hellowire.certs.inspect.ClientKind.GO;
import static io.hellowire.certs.inspect.ClientKind.JAVA;
import static io.hellowire.certs.inspect.ClientKind.JAVA17;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS2;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS3;

import io.hellowire.certs.read.AlternativeName;
import io.hellowire.wire.text.AddressText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a certificate is for the host that a client was asked for. */
final class NameRules {

    /** Those to which an IPv4 address in sixteen octets is the same in four. */
    private static final Set<ClientKind> UNDERSTAND_MAPPED_ADDRESSES = EnumSet.of(GO, JAVA17, JAVA);

    private final ClientKind client;
    private final SubjectNames names;
    private final String host;
    private final boolean address;

    /** @param host a name without a dot at its end, or an address without brackets */
    NameRules(ClientKind client, SubjectNames names, String host) {
        this.client = client;
        this.names = names;
        this.host = host;
        this.address = AddressText.parse(host) != null;
    }

    /** What it objects to, to Java up to 17 not an unreadable name beside the right CN; {@code null} if the certificate is for the host. */
    @Nullable
    String objection() {
        boolean unreadable = new NameSyntax(client).isUnreadable(names);
        boolean byCommonName = commonNamesThatCount().stream().anyMatch(this::matches);
        if (unreadable ? client == JAVA17 && byCommonName : byCommonName || match() != null) {
            return null;
        }
        if (unreadable) {
            return "a subject alternative name that it cannot read";
        }
        if (names.entries().isEmpty()) {
            return "no subject alternative name" + (names.commonName() == null ? "" : ", and the CN does not count");
        }
        return address ? wrongAddress() : wrongHost();
    }

    /**
     * The alternative name by which the certificate is for the host, or {@code null} if there is none. Mbed TLS before
     * 3.5 has no comparison of addresses: it takes the text of the URL for a DNS name; since then it does both.
     */
    @Nullable
    AlternativeName match() {
        boolean byAddress = address && client != MBEDTLS2;
        boolean byText = !address || client == MBEDTLS2 || client == MBEDTLS3;
        for (AlternativeName name : names.entries()) {
            boolean same = name.kind() == AlternativeName.ADDRESS && SubjectNames.isAddress(textOf(name), host);
            boolean covered = name.kind() == AlternativeName.DNS && matches(name.text());
            if ((byAddress && same) || (byText && covered)) {
                return name;
            }
        }
        return null;
    }

    private String textOf(AlternativeName address) {
        return UNDERSTAND_MAPPED_ADDRESSES.contains(client)
                ? address.text().replace(AlternativeName.MAPPED, "")
                : address.text();
    }

    private boolean matches(String pattern) {
        return new HostPattern(pattern).covers(client, host);
    }

    private List<String> commonNamesThatCount() {
        List<String> all = names.commonNames();
        boolean dns = names.has(AlternativeName.DNS);
        List<String> last = all.isEmpty() ? List.of() : List.of(all.get(all.size() - 1));
        return switch (client) {
            case OPENSSL -> dns || address ? List.of() : all;
            case CURL -> names.isEmpty() ? last : List.of();
            case GNUTLS ->
                names.isEmpty() && !names.has(AlternativeName.URI) && !address && all.size() == 1 ? all : List.of();
            case JAVA17 -> (dns && names.readableForJava()) || address ? List.of() : last;
            case JAVA -> dns || address ? List.of() : last;
            case DOTNET -> names.isEmpty() && !address && all.size() == 1 ? all : List.of();
            case MBEDTLS2, MBEDTLS3 -> names.extension() ? List.of() : all;
            case CHROME, FIREFOX, SAFARI, ANDROID, GO, HELLOWIRE -> List.of();
        };
    }

    private String wrongAddress() {
        if (names.hasAddress(host)) {
            return "an IP address only, and this client compares DNS names (expected: --device-compat)";
        }
        boolean asDnsName = names.dnsNames().stream().anyMatch(host::equalsIgnoreCase);
        return asDnsName ? "a DNS name only (expected: an IP address)" : "not for " + host;
    }

    private String wrongHost() {
        for (String name : names.dnsNames()) {
            boolean wide = name.matches("\\*\\.[^.]+") && new HostPattern(name).covers(MBEDTLS2, host);
            if (wide) {
                return name + " is too wide (expected: two labels after the *)";
            }
        }
        return "not for " + host;
    }
}
