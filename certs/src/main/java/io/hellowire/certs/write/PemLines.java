package io.hellowire.certs.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** PEM as OpenSSL writes it: lines of 64 characters, each with a line feed (RFC 7468 section 2). */
final class PemLines {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

    private PemLines() {}

    static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + body(der) + "-----END " + label + "-----\n";
    }

    /** The lines between BEGIN and END. */
    static String body(byte[] der) {
        return LINES.encodeToString(der) + "\n";
    }
}
