package io.hellowire.certs.issue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.wire.text.AddressText;
import java.net.IDN;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names a certificate stands for, its {@code subjectAltName} (RFC 5280 section 4.2.1.6).
 *
 * @param dnsNames in lower case, non-ASCII ones in their {@code xn--} form; {@code *.} may stand for one label
 * @param addresses IP addresses
 */
public record Names(List<String> dnsNames, List<InetAddress> addresses) {

    /** RFC 1035 section 2.3.4 allows 63 characters; underscores stand wherever letters do, as in Compose's services. */
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

    private static final Pattern DNS = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*+");

    public Names {
        dnsNames = dnsNames.stream().map(Names::checked).distinct().toList();
        addresses = addresses.stream().distinct().toList();
    }

    /** Names as people write them: what reads as an IP address is one, everything else is a DNS name. */
    public static Names of(String... names) {
        return of(List.of(names));
    }

    /** Names as people write them: what reads as an IP address is one, everything else is a DNS name. */
    public static Names of(List<String> names) {
        List<String> dnsNames = new ArrayList<>();
        List<InetAddress> addresses = new ArrayList<>();
        for (String name : names) {
            InetAddress address = AddressText.parse(name);
            if (address == null) {
                dnsNames.add(name);
            } else {
                addresses.add(address);
            }
        }
        return new Names(dnsNames, addresses);
    }

    /** No names at all, as in a client's certificate. */
    public static Names none() {
        return new Names(List.of(), List.of());
    }

    private static String checked(String name) {
        String ascii = ascii(name);
        if (ascii == null || ascii.length() > 253 || !(DNS.matcher(ascii).matches() || isAddress(ascii))) {
            throw new IllegalArgumentException("name: " + name + " (expected: a DNS name such as device.local)");
        }
        return ascii;
    }

    private static @Nullable String ascii(String name) {
        if (US_ASCII.newEncoder().canEncode(name)) {
            return name.toLowerCase(Locale.ROOT); // as nearly all are: the tables for others take time to load
        }
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAddress(String name) {
        return AddressText.parse(name) != null;
    }

    /** Whether there is not a single name. */
    public boolean isEmpty() {
        return dnsNames.isEmpty() && addresses.isEmpty();
    }

    /** All of them as text, DNS names first. */
    public List<String> texts() {
        Set<String> texts = new LinkedHashSet<>(dnsNames);
        addresses.forEach(address -> texts.add(AddressText.of(address)));
        return List.copyOf(texts);
    }

    /**
     * The same names, with every IP address given as a DNS name too. RFC 5280 knows no such thing, but Mbed TLS
     * before 3.5 compares nothing else.
     */
    public Names withAddressesAsDnsNames() {
        List<String> more = new ArrayList<>(dnsNames);
        addresses.forEach(address -> more.add(AddressText.of(address)));
        return new Names(more, addresses);
    }
}
