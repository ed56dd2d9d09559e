package io.hellowire.certs.inspect;

import java.util.Locale;

/** The kinds of client that judge a certificate differently. */
public enum ClientKind {
    /** Chrome, Edge and other browsers that use BoringSSL and Chromium's own path validation. */
    CHROME("Chrome, Edge"),
    /** Firefox, which uses mozilla::pkix. */
    FIREFOX("Firefox"),
    /** Safari and all programs on macOS and iOS that use Apple's library. */
    SAFARI("Safari, iOS"),
    /** Android's own TLS, from Android 9 on, for apps that trust authorities which the user has installed. */
    ANDROID("Android 9 and later"),
    /** curl with OpenSSL, which compares names itself. */
    CURL("curl"),
    /** OpenSSL with its own comparison of names: Python, Ruby, PHP, Node.js in large parts, nginx. */
    OPENSSL("OpenSSL, Python"),
    /** GnuTLS: wget, and much of the GNOME desktop. */
    GNUTLS("GnuTLS, wget"),
    /** Go's crypto/tls. */
    GO("Go"),
    /** Java's own TLS, as it was in 17. */
    JAVA17("Java 17"),
    /** Java's own TLS, as it is in 25; what it accepts, Java 17 accepts too. */
    JAVA("Java 25"),
    /** .NET's SslStream on Linux. */
    DOTNET(".NET"),
    /** Mbed TLS 2.x and 3.x before 3.5, which is in many devices. */
    MBEDTLS2("Mbed TLS before 3.5"),
    /** Mbed TLS since 3.5. */
    MBEDTLS3("Mbed TLS since 3.5"),
    /** The client of this family. */
    HELLOWIRE("hellowire-client");

    private final String title;

    ClientKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    boolean isJava() {
        return this == JAVA17 || this == JAVA;
    }

    /** The name on the command line and in JSON, such as {@code curl}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
