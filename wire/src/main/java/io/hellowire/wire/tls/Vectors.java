package io.hellowire.wire.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads what TLS writes with its length before it (RFC 8446 section 3.4); whatever is cut short underflows. */
final class Vectors {

    private Vectors() {}

    /** A number of some bytes. */
    static int number(ByteBuffer in, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | (in.get() & 0xFF);
        }
        return number;
    }

    /** What has its length in some bytes before it. */
    static ByteBuffer part(ByteBuffer in, int lengthBytes) {
        return bytes(in, number(in, lengthBytes));
    }

    /** The next bytes. */
    static ByteBuffer bytes(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), count);
        in.position(in.position() + count);
        return part;
    }

    /** The bytes that are left, each as one char. */
    static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return new String(bytes, ISO_8859_1);
    }

    /** The numbers of two bytes each that are left, without those that mean nothing. */
    static List<Integer> numbers(ByteBuffer in) {
        List<Integer> numbers = new ArrayList<>();
        while (in.hasRemaining()) {
            int number = number(in, 2);
            if (!isGrease(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The names of application protocols (RFC 7301 section 3.1) that are left, without those that mean nothing. */
    static List<String> protocols(ByteBuffer in) {
        List<String> protocols = new ArrayList<>();
        while (in.hasRemaining()) {
            String protocol = text(part(in, 1));
            if (protocol.length() != 2 || !isGrease(protocol.charAt(0) << 8 | protocol.charAt(1))) {
                protocols.add(protocol);
            }
        }
        return protocols;
    }

    /** RFC 8701: values such as 0x0A0A or 0xFAFA mean nothing and are there to be ignored. */
    private static boolean isGrease(int number) {
        return (number & 0x0F0F) == 0x0A0A && number >> 8 == (number & 0xFF);
    }
}
