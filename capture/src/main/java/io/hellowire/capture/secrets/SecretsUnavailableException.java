package io.hellowire.capture.secrets;

import java.io.IOException;

/** TLS whose secrets cannot be had; the message says why and what would help. */
public final class SecretsUnavailableException extends IOException {

    SecretsUnavailableException(String found, String expected, Throwable cause) {
        super(message(found, expected), cause);
    }

    SecretsUnavailableException(String found, String expected) {
        super(message(found, expected));
    }

    private static String message(String found, String expected) {
        return "TLS secrets: " + found + " (expected: " + expected + ")";
    }
}
