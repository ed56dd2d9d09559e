package io.hellowire.server.cli;

import io.hellowire.capture.tls.TlsFacts;
import java.util.ArrayList;
import java.util.List;

/** A proof in lines: both wires side by side, then what was found. */
final class ProofText {

    private static final int ROWS = 3;
    private static final int ROW_BYTES = 10;
    private static final int COLUMN = 4 * ROW_BYTES;

    private final Proof proof;

    ProofText(Proof proof) {
        this.proof = proof;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("The last " + ROWS * ROW_BYTES + " bytes of the same answer, as an eavesdropper reads them:");
        lines.add("");
        lines.add(beside("HTTP", "HTTPS"));
        for (int row = 0; row < ROWS; row++) {
            lines.add(beside(row(proof.plain(), row), row(proof.opened().records(), row)));
        }
        TlsFacts tls = proof.tls();
        lines.add("");
        lines.add("\"" + proof.greeting() + "\" in HTTP: " + found(proof.plain()));
        lines.add("\"" + proof.greeting() + "\" in HTTPS: " + found(proof.sealed()) + ", by " + tls.version() + " "
                + tls.cipherSuite());
        lines.add("\"" + proof.greeting() + "\" in HTTPS, opened with the secrets of this connection: "
                + found(proof.opened().content()));
        lines.add(proof.holds() ? "Proved." : "Not proved (expected: readable, not readable, readable).");
        return lines;
    }

    private String found(byte[] bytes) {
        return proof.shows(bytes) ? "readable" : "not readable";
    }

    private static String beside(String left, String right) {
        return ("  %-" + COLUMN + "s   %s").formatted(left, right).stripTrailing();
    }

    private static String row(byte[] bytes, int row) {
        int start = Math.max(0, bytes.length - (ROWS - row) * ROW_BYTES);
        int end = Math.max(0, bytes.length - (ROWS - row - 1) * ROW_BYTES);
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            hex.append("%02x ".formatted(bytes[i]));
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
        }
        return hex.append(text).toString();
    }
}
