package io.hellowire.certs.inspect;

import static io.hellowire.certs.inspect.ClientKind.CHROME;
import static io.hellowire.certs.inspect.ClientKind.CURL;
import static io.hellowire.certs.inspect.ClientKind.DOTNET;
import static io.hellowire.certs.inspect.ClientKind.FIREFOX;
import static io.hellowire.certs.inspect.ClientKind.GNUTLS;
import static io.hellowire.certs.inspect.ClientKind.GO;
import static io.hellowire.certs.inspect.ClientKind.JAVA;
import static io.hellowire.certs.inspect.ClientKind.JAVA17;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS2;
import static io.hellowire.certs.inspect.ClientKind.MBEDTLS3;
import static io.hellowire.certs.inspect.ClientKind.OPENSSL;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A DNS name in a certificate, which may stand for many hosts: a {@code *} that is the whole left-most label stands for
 * one label and needs two labels after it (RFC 9525 section 6.3). That is what most clients do; the others are here too.
 *
 * @param text as it stands in the certificate
 */
record HostPattern(String text) {

    private static final Set<ClientKind> TAKE_TOP_LEVEL_WILDCARDS = EnumSet.of(GO, JAVA17, JAVA, MBEDTLS2, MBEDTLS3);
    private static final Set<ClientKind> OVERLOOK_A_LAST_DOT = EnumSet.of(CURL, CHROME);
    private static final String PLAIN_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final Pattern PLAIN_NAME = Pattern.compile(PLAIN_LABEL + "(?:\\." + PLAIN_LABEL + ")*+");

    /** Whether this kind of client takes it for the host, which is a name without a dot at its end. */
    boolean covers(ClientKind client, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        String pattern = text.toLowerCase(Locale.ROOT);
        if (OVERLOOK_A_LAST_DOT.contains(client) && pattern.endsWith(".")) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        if (client.isJava()) {
            return coversForJava(pattern, wanted, client == JAVA17);
        }
        if (client == FIREFOX && !isDnsIdentifier(pattern.startsWith("*.") ? pattern.substring(2) : pattern)) {
            return false;
        }
        if (pattern.indexOf('*') < 0) {
            return pattern.equals(wanted);
        }
        if (client == GNUTLS) {
            return coversForGnutls(pattern, wanted);
        }
        return (client == OPENSSL || client == DOTNET)
                ? coversForOpenssl(pattern, wanted, client == OPENSSL)
                : coversByFirstLabel(pattern, wanted, TAKE_TOP_LEVEL_WILDCARDS.contains(client));
    }

    private static boolean coversByFirstLabel(String pattern, String host, boolean rightBelowTheTop) {
        int dot = host.indexOf('.');
        boolean star = pattern.startsWith("*.") && pattern.indexOf('*', 1) < 0;
        boolean narrow = rightBelowTheTop || pattern.indexOf('.', 2) > 0;
        return star && narrow && dot > 0 && host.substring(dot).equals(pattern.substring(1));
    }

    /** One star at the very beginning, which stands for a part of the first label at least. */
    private static boolean coversForGnutls(String pattern, String host) {
        String rest = pattern.substring(1);
        int dot = rest.indexOf('.');
        int covered = host.length() - rest.length();
        return pattern.startsWith("*")
                && rest.indexOf('*') < 0
                && dot >= 0
                && rest.indexOf('.', dot + 1) > 0
                && covered > 0
                && host.endsWith(rest)
                && host.lastIndexOf('.', covered - 1) < 0;
    }

    /** One star in the first label, at its beginning or end, among letters if they are allowed, which stands for letters, digits and hyphens. */
    private static boolean coversForOpenssl(String pattern, String host, boolean partial) {
        int patternDot = pattern.indexOf('.');
        int hostDot = host.indexOf('.');
        if (patternDot < 0 || hostDot < 0 || !pattern.substring(patternDot).equals(host.substring(hostDot))) {
            return false;
        }
        String first = pattern.substring(0, patternDot);
        String rest = pattern.substring(patternDot + 1);
        int star = first.indexOf('*');
        boolean sound = star >= 0
                && first.indexOf('*', star + 1) < 0
                && rest.indexOf('.') > 0
                && PLAIN_NAME.matcher(rest).matches()
                && (first.equals("*") || (partial && !first.startsWith("xn--")))
                && (star == 0 || star == first.length() - 1);
        String label = host.substring(0, hostDot);
        return sound
                && label.length() >= first.length()
                && label.startsWith(first.substring(0, star))
                && label.endsWith(first.substring(star + 1))
                && (first.equals("*") || !label.startsWith("xn--"))
                && label.substring(star, label.length() - (first.length() - star - 1))
                        .matches("[a-z0-9-]+");
    }

    /**
     * Stars anywhere in the first label, before 19 in any, as long as a dot follows the last one; and no underscore in
     * the pattern.
     */
    private static boolean coversForJava(String pattern, String host, boolean inAnyLabel) {
        boolean sound = PLAIN_NAME.matcher(pattern.replace('*', 'z')).matches()
                && PLAIN_NAME.matcher(host).matches();
        int lastStar = pattern.lastIndexOf('*');
        boolean open = lastStar >= 0 && pattern.indexOf('.', lastStar) < 0;
        boolean late = pattern.indexOf('*', Math.max(0, pattern.indexOf('.'))) >= 0;
        if (!sound || open || (late && !inAnyLabel)) {
            return false;
        }
        String[] labels = pattern.split("\\.", -1);
        String[] hosts = host.split("\\.", -1);
        if (labels.length != hosts.length) {
            return false;
        }
        for (int i = 0; i < labels.length; i++) {
            String expression = Pattern.quote(labels[i]).replace("*", "\\E.*\\Q");
            boolean whole = labels[i].equals("*") || !hosts[i].startsWith("xn--") || labels[i].equals(hosts[i]);
            if (!whole || !hosts[i].matches(expression)) {
                return false;
            }
        }
        return true;
    }

    /** As mozilla::pkix reads one: labels of 1 to 63 letters, digits, underscores and inner hyphens, the last no number. */
    private static boolean isDnsIdentifier(String name) {
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!label.matches("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")) {
                return false;
            }
        }
        return !labels[labels.length - 1].matches("[0-9]+");
    }
}
