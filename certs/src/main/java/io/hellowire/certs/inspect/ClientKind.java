package io.hellowire.certs.inspect;

import java.util.Locale;

/** The kinds of client that judge a certificate differently. */
public enum ClientKind {
    /** Chrome, Edge and other browsers that use BoringSSL. */
    CHROME("Chrome, Edge"),
    /** Firefox, which uses mozilla::pkix. */
    FIREFOX("Firefox"),
    /** Safari and all programs on macOS and iOS that use Apple's library. */
    SAFARI("Safari, iOS"),
    /** curl and whatever else uses OpenSSL. */
    CURL("curl, OpenSSL"),
    /** Java's own TLS. */
    JAVA("Java"),
    /** Mbed TLS 2.x and 3.x before 3.5, which is in many devices. */
    MBEDTLS2("Mbed TLS before 3.5"),
    /** Mbed TLS since 3.5. */
    MBEDTLS3("Mbed TLS since 3.5");

    private final String title;

    ClientKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The name on the command line and in JSON, such as {@code curl}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
