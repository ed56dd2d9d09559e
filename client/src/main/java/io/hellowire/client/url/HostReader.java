package io.hellowire.client.url;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the host of a URL, saying so wherever it is not read as it looks. */
final class HostReader {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern DOTTED_DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");
    private static final String NOT_IN_A_HOST = " <>\"{}|\\^`%[]@/?#";

    private final List<String> notes;

    /** @param notes where remarks for the user are added */
    HostReader(List<String> notes) {
        this.notes = notes;
    }

    /** Reads what stands between the brackets of an authority. */
    Host inBrackets(String text) throws MalformedUrlException {
        int percent = text.indexOf('%');
        String address = percent < 0 ? text : text.substring(0, percent);
        String zone = percent < 0 ? null : zone(text.substring(percent + 1));
        if (!IPV6.matcher(address).matches()) {
            throw MalformedUrlException.of("host", "[" + text + "]", "an IPv6 address between the brackets");
        }
        try {
            return new Host.Address(text, InetAddress.getByName("[" + address + "]"), zone);
        } catch (UnknownHostException e) {
            throw MalformedUrlException.of("host", "[" + text + "]", "an IPv6 address between the brackets");
        }
    }

    /** RFC 9844 takes the zone as it is; the older {@code %25} of RFC 6874 is still written by many. */
    private static String zone(String text) throws MalformedUrlException {
        String zone = text.startsWith("25") && text.length() > 2 ? text.substring(2) : text;
        if (zone.isEmpty()) {
            throw MalformedUrlException.of("host", "nothing after %", "an interface, as in [fe80::1%eth0]");
        }
        return zone;
    }

    /** Reads a host that is not in brackets. */
    Host plain(String text) throws MalformedUrlException {
        if (text.isEmpty()) {
            throw MalformedUrlException.of("host", "nothing", "a name or an address");
        }
        for (int i = 0; i < text.length(); i++) {
            if (NOT_IN_A_HOST.indexOf(text.charAt(i)) >= 0) {
                throw MalformedUrlException.of("host", quoted(text.charAt(i)) + " in " + text, "a name or an address");
            }
        }
        Host.Address address = asAddress(text);
        return address != null ? address : asName(text);
    }

    private Host.@Nullable Address asAddress(String text) {
        if (!ENDS_IN_A_NUMBER.matcher(text).matches()) {
            return null;
        }
        Inet4Address address = NumericAddress.parse(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        if (address == null) {
            notes.add("\"" + text + "\" is not an IPv4 address: looked up as a name");
            return null;
        }
        if (!DOTTED_DECIMAL.matcher(text).matches()) {
            notes.add("\"" + text + "\" is read as the address " + address.getHostAddress());
        }
        return new Host.Address(text, address, null);
    }

    private Host.Name asName(String text) throws MalformedUrlException {
        String ascii = ALabels.of(text);
        if (!ascii.equalsIgnoreCase(text)) {
            notes.add("\"" + text + "\" is asked for as " + ascii);
        }
        String withoutDot = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (withoutDot.isEmpty() || withoutDot.startsWith(".") || withoutDot.contains("..")) {
            throw MalformedUrlException.of("host", text, "no empty label between dots");
        }
        if (withoutDot.length() > 253) {
            throw MalformedUrlException.of("host", withoutDot.length() + " characters", "253 at most");
        }
        return new Host.Name(text, ascii);
    }

    private static String quoted(char c) {
        return "'" + c + "'";
    }
}
