package io.hellowire.client.url;

import io.hellowire.wire.text.AddressText;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Whom a URL names: a name to look up, or an address. */
public sealed interface Host {

    /** As the user wrote it, without brackets. */
    String typed();

    /** The form that goes into the {@code Host} field, never with a zone (RFC 9844) and with brackets for IPv6. */
    String inHostField();

    /**
     * A name to look up.
     *
     * @param typed as the user wrote it
     * @param ascii its A-label form in lower case; a trailing dot is kept
     */
    record Name(String typed, String ascii) implements Host {

        @Override
        public String inHostField() {
            return ascii;
        }

        /** Without the trailing dot, as TLS wants it (RFC 6066 section 3). */
        public String withoutDot() {
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        }
    }

    /**
     * An address literal.
     *
     * @param typed as the user wrote it
     * @param address what it means, without a zone
     * @param zone the IPv6 zone (RFC 9844), an interface's name or number, or {@code null} when there is none
     */
    record Address(
            String typed, InetAddress address, @Nullable String zone) implements Host {

        @Override
        public String inHostField() {
            return AddressText.inAuthority(address);
        }
    }
}
