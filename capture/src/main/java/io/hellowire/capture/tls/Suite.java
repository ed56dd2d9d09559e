package io.hellowire.capture.tls;

import io.hellowire.wire.tls.CipherSuites;
import org.jspecify.annotations.Nullable;

/**
 * A cipher suite that we can open: those with authenticated encryption, which are all of TLS 1.3 and today's of 1.2.
 *
 * @param name as in the IANA registry, which says all that is needed
 */
record Suite(String name) {

    /** The suite of this number, or {@code null} if we cannot open it. */
    static @Nullable Suite of(int number) {
        Suite suite = new Suite(CipherSuites.name(number));
        return suite.isChaCha() || suite.name.contains("_GCM_") ? suite : null;
    }

    int keyBytes() {
        return name.contains("AES_128") ? 16 : 32;
    }

    boolean isChaCha() {
        return name.contains("CHACHA20_POLY1305");
    }

    /** The JDK's name of the keyed hash that keys are derived with. */
    String mac() {
        return name.endsWith("SHA384") ? "HmacSHA384" : "HmacSHA256";
    }

    int hashBytes() {
        return name.endsWith("SHA384") ? 48 : 32;
    }
}
