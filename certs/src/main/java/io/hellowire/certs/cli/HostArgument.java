package io.hellowire.certs.cli;

import io.hellowire.wire.text.AddressText;
import java.net.IDN;
import java.util.Locale;

/** A host as people give it: a name, also beyond ASCII, an address, with brackets or not, or a whole URL. */
final class HostArgument {

    private HostArgument() {}

    /**
     * The name as it is looked up, without a dot at its end, or the address without brackets.
     *
     * @throws IllegalArgumentException if it is neither; the message names the option
     */
    static String of(String text) {
        String authority = text.strip()
                .replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "")
                .replaceFirst("[/?#].*", "")
                .replaceFirst("^.*@", "");
        String host = authority.startsWith("[")
                ? authority.replaceFirst("^\\[([^]%]*)[^]]*](?::[0-9]*)?$", "$1")
                : AddressText.parse(authority) != null ? authority : authority.replaceFirst(":[0-9]*$", "");
        try {
            String name = AddressText.parse(host) != null ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            String bare = name.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
            if (bare.isEmpty() || bare.matches(".*[\\s\\[\\]].*")) {
                throw new IllegalArgumentException("a part of it");
            }
            return bare;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--for: " + text + " (expected: a host name, an IP address or a URL)", e);
        }
    }
}
