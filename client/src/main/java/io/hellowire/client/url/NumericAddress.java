package io.hellowire.client.url;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses in all the forms that {@code inet_aton} reads: one to four numbers, decimal, octal or hexadecimal,
 * the last of which fills the rest. {@code 127.1}, {@code 0x7f.1} and {@code 2130706433} are all 127.0.0.1.
 */
final class NumericAddress {

    private NumericAddress() {}

    /** The address, or {@code null} if the text is not one. */
    static @Nullable Inet4Address parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            Long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (4 - i)) : 256;
            if (part == null || part >= limit) {
                return null;
            }
            address |= last ? part : part << (8 * (3 - i));
        }
        return ofBits(address);
    }

    private static @Nullable Long number(String part) {
        try {
            if (part.startsWith("+") || part.startsWith("-")) {
                return null;
            }
            if (part.startsWith("0x") || part.startsWith("0X")) {
                long value = Long.parseUnsignedLong(part.substring(2), 16);
                return value < 0 ? null : value;
            }
            boolean octal = part.length() > 1 && part.startsWith("0");
            long value = Long.parseLong(part, octal ? 8 : 10);
            return value > 0xffff_ffffL ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Inet4Address ofBits(long bits) {
        byte[] octets = {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
        try {
            return (Inet4Address) InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new AssertionError("four octets are an address", e);
        }
    }
}
