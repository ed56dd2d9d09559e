package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.CHROME;
import static io.hellowire.certs.inspect.ClientKind.CURL;
import static io.hellowire.certs.inspect.ClientKind.FIREFOX;
import static io.hellowire.certs.inspect.ClientKind.JAVA;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS2;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS3;
import static io.hellowire.certs.inspect.ClientKind.SAFARI;

import io.hellowire.certs.issue.AddressText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of client demands of a server's certificate. Each rule is {@code null} if it is content, or says what it
 * objects to. Those of curl, OpenSSL and Java are held against the programs by a test; Apple's are its
 * <a href="https://support.apple.com/en-us/103769">published requirements</a>.
 */
final class Rules {

    private static final Duration APPLE_LONGEST = Duration.ofDays(825);
    /** Those that look at the subject's common name when there is no alternative name; Java has a rule of its own. */
    private static final Set<ClientKind> FALL_BACK_TO_COMMON_NAME = EnumSet.of(CURL, MBEDTLS2, MBEDTLS3);

    private static final Set<ClientKind> TAKE_TOP_LEVEL_WILDCARDS = EnumSet.of(JAVA, MBEDTLS2, MBEDTLS3);
    private static final Set<ClientKind> TAKE_ANY_PURPOSE = EnumSet.of(CHROME, JAVA, MBEDTLS2, MBEDTLS3);

    private final ClientKind client;
    private final CertificateFacts certificate;

    Rules(ClientKind client, CertificateFacts certificate) {
        this.client = client;
        this.certificate = certificate;
    }

    @Nullable
    String validity(Instant now) {
        if (now.isAfter(certificate.notAfter())) {
            return "expired on " + date(certificate.notAfter());
        }
        return now.isBefore(certificate.notBefore()) ? "not valid before " + date(certificate.notBefore()) : null;
    }

    @Nullable
    String lifetime() {
        return client == SAFARI && certificate.lifetime().compareTo(APPLE_LONGEST) > 0
                ? "valid for " + certificate.lifetime().toDays() + " days, more than 825"
                : null;
    }

    @Nullable
    String name(String name) {
        if (client == JAVA && !certificate.names().readableForJava()) {
            return "a subject alternative name that it cannot read";
        }
        boolean address = AddressText.parse(name) != null;
        if (address ? acceptsAddress(name) : acceptsHost(name)) {
            return null;
        }
        SubjectNames names = certificate.names();
        if (looksAtCommonName(address) && SubjectNames.matches(String.valueOf(names.commonName()), name)) {
            return null;
        }
        if (names.isEmpty()) {
            return "no subject alternative name" + (names.commonName() == null ? "" : ", and the CN does not count");
        }
        return address ? wrongAddress(name) : wrongHost(name);
    }

    private String wrongAddress(String name) {
        if (certificate.names().hasAddress(name)) {
            return "an IP address only, and this client compares DNS names (expected: --device-compat)";
        }
        boolean asDnsName = !certificate.names().covering(name).isEmpty();
        return asDnsName ? "a DNS name only (expected: an IP address)" : "not for " + name;
    }

    private String wrongHost(String name) {
        List<String> covering = certificate.names().covering(name);
        return covering.isEmpty()
                ? "not for " + name
                : covering.get(0) + " is too wide (expected: two labels after the *)";
    }

    private boolean acceptsHost(String name) {
        return certificate.names().covering(name).stream()
                .anyMatch(pattern -> !isTopLevelWildcard(pattern) || TAKE_TOP_LEVEL_WILDCARDS.contains(client));
    }

    private static boolean isTopLevelWildcard(String pattern) {
        return pattern.startsWith("*.") && pattern.indexOf('.', 2) < 0;
    }

    /** Mbed TLS before 3.5 has no comparison of addresses: it takes the text of the URL for a DNS name. */
    private boolean acceptsAddress(String name) {
        return client == MBEDTLS2
                ? !certificate.names().covering(name).isEmpty()
                : certificate.names().hasAddress(name);
    }

    private boolean looksAtCommonName(boolean address) {
        if (client == JAVA) {
            return !address && certificate.names().dnsNames().isEmpty();
        }
        return FALL_BACK_TO_COMMON_NAME.contains(client) && certificate.names().isEmpty();
    }

    @Nullable
    String key() {
        KeyFacts key = certificate.key();
        if (key.isRsa()) {
            return key.bits() < smallestRsa() ? "an " + key + " key (expected: " + smallestRsa() + " bits)" : null;
        }
        if (key.isEc()) {
            return client == CHROME && key.bits() > 384 ? "an " + key + " key, which it does not offer" : null;
        }
        boolean anyKind = client == CURL || client == JAVA;
        return anyKind ? null : "an " + key + " key, which it does not know";
    }

    /** OpenSSL's security level 2 is the default of Debian, Ubuntu and of OpenSSL since 3.2. */
    private int smallestRsa() {
        return switch (client) {
            case CHROME, FIREFOX, JAVA -> 1024;
            case SAFARI, CURL, MBEDTLS2, MBEDTLS3 -> 2048;
        };
    }

    /** A signature of its own, which a self-signed certificate has, proves nothing and is not looked at. */
    @Nullable
    String signature() {
        boolean old = certificate.signature().startsWith("SHA1")
                || certificate.signature().startsWith("MD5");
        return old && !certificate.selfSigned() && client != JAVA
                ? "signed with " + certificate.signature() + " (expected: SHA-256 or better)"
                : null;
    }

    @Nullable
    String keyUsage() {
        boolean canSign = certificate.allows(Usages.DIGITAL_SIGNATURE);
        if (canSign || client == FIREFOX || client == SAFARI) {
            return null;
        }
        if (client == CURL) {
            boolean any = certificate.allows(Usages.KEY_ENCIPHERMENT) || certificate.allows(Usages.KEY_AGREEMENT);
            return any ? null : "key usage for no kind of TLS (expected: digitalSignature)";
        }
        // Java does not look at the usage of a certificate that is itself the trusted one.
        return client == JAVA && certificate.selfSigned() ? null : "key usage without digitalSignature";
    }

    @Nullable
    String purpose() {
        List<String> purposes = certificate.purposes();
        if (purposes == null) {
            return client == SAFARI ? "no extended key usage (expected: serverAuth)" : null;
        }
        if (client == JAVA && certificate.selfSigned()) {
            return null; // as for the key usage
        }
        boolean any = purposes.contains(Usages.ANY) && TAKE_ANY_PURPOSE.contains(client);
        return any || purposes.contains(Usages.SERVER_AUTH)
                ? null
                : "extended key usage for " + String.join(", ", purposes) + " only (expected: serverAuth)";
    }

    @Nullable
    String authority() {
        if (client == FIREFOX && certificate.authority()) {
            return "an authority's certificate, CA:TRUE (expected: a server's)";
        }
        return client == SAFARI && certificate.selfSigned() && !certificate.authority()
                ? "iOS lets its user trust authorities only (expected: a certificate signed by an authority)"
                : null;
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
