package io.hellowire.certs.write;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and certificates as constants of a program: what a device without a file system is given. */
final class ProgramText {

    private static final int BYTES_A_LINE = 16;

    private static final String TO_SERVE = """
            # For MicroPython:
            #   context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            #   context.load_cert_chain(CERTIFICATE, KEY)
            """;

    private static final String TO_TRUST = """
            # For MicroPython, to trust it:
            #   context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            #   context.verify_mode = ssl.CERT_REQUIRED      # without this line nothing is verified
            #   context.load_verify_locations(cadata=CERTIFICATE)
            #   sock = context.wrap_socket(sock, server_hostname="192.168.1.7")
            """;

    private ProgramText() {}

    /** A Python module; MicroPython takes DER as bytes. */
    static String python(Material material) {
        StringBuilder text = new StringBuilder(material.key() == null ? TO_TRUST : TO_SERVE);
        constants(material).forEach((name, der) -> {
            text.append(name).append(" = (\n");
            for (int line = 0; line < der.length; line += BYTES_A_LINE) {
                text.append("    b\"").append(bytes("\\x%02x", der, line)).append("\"\n");
            }
            text.append(")\n");
        });
        return text.toString();
    }

    /** A C header with one array for each. */
    static String c(Material material) {
        StringBuilder text = new StringBuilder("""
                /* For Mbed TLS:
                 *   mbedtls_x509_crt_parse_der(&chain, TLS_CERTIFICATE, sizeof TLS_CERTIFICATE);
                 *   mbedtls_pk_parse_key(&key, TLS_KEY, sizeof TLS_KEY, ...);
                 */
                #pragma once

                """);
        constants(material).forEach((name, der) -> {
            text.append("static const unsigned char TLS_").append(name).append("[] = {\n");
            for (int line = 0; line < der.length; line += BYTES_A_LINE) {
                text.append("    ")
                        .append(bytes("0x%02x, ", der, line).stripTrailing())
                        .append('\n');
            }
            text.append("};\n\n");
        });
        return text.toString();
    }

    private static Map<String, byte[]> constants(Material material) {
        Map<String, byte[]> constants = new LinkedHashMap<>();
        for (int i = 0; i < material.certificates().size(); i++) {
            String name = i == 0 ? "CERTIFICATE" : "CERTIFICATE_" + (i + 1);
            constants.put(name, FormatWriter.der(material.certificates().get(i)));
        }
        if (material.key() != null) {
            constants.put("KEY", material.key().getEncoded());
        }
        return constants;
    }

    private static String bytes(String format, byte[] der, int start) {
        StringBuilder line = new StringBuilder();
        for (int i = start; i < Math.min(start + BYTES_A_LINE, der.length); i++) {
            line.append(String.format(format, der[i]));
        }
        return line.toString();
    }
}
