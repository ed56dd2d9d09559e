package io.hellowire.certs.issue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;
import org.jspecify.annotations.Nullable;

/** IP addresses as people write them: IPv6 in the short form of RFC 5952, without a zone. */
public final class AddressText {

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");

    private AddressText() {}

    /** The address as text, such as {@code 192.168.1.7} or {@code ::1}. */
    public static String of(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? shortened(text) : text;
    }

    private static String shortened(String groups) {
        int start = 0;
        int end = 0;
        for (Matcher run = ZEROS.matcher(groups); run.find(); ) {
            if (run.end() - run.start() > end - start) {
                start = run.start();
                end = run.end();
            }
        }
        if (end == 0) {
            return groups;
        }
        String after = groups.substring(end);
        return groups.substring(0, start) + (after.isEmpty() ? "::" : ":" + after);
    }

    /** That of a name in a request or certificate, which holds its octets. */
    static String ofOctets(GeneralName name) {
        try {
            return of(InetAddress.getByAddress(
                    ASN1OctetString.getInstance(name.getName()).getOctets()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: " + name + " (expected: 4 or 16 octets)", e);
        }
    }

    /**
     * Reads an IP address without ever asking a name server.
     *
     * @return {@code null} if the text is not an address
     */
    public static @Nullable InetAddress parse(String text) {
        if (!IPAddress.isValid(text)) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: " + text + " (expected: IPv4 or IPv6)", e);
        }
    }
}
