package io.hellowire.client.cli;

import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.RequestOptions.UsualFields;
import java.util.List;

/** Whom we behave like. */
enum Profile {
    /** Ourselves. */
    HELLOWIRE(UsualFields.ALL),

    /**
     * The program of the tutorial: the first address only, {@code GET / HTTP/1.0} and an empty line, no server name, no
     * verification.
     */
    MICROPYTHON(UsualFields.NONE),

    /** HTTPClient of the ESP32's Arduino core. */
    ARDUINO(UsualFields.AS_CURL),

    CURL(UsualFields.AS_CURL),

    /** Chromium. */
    BROWSER(UsualFields.AS_CURL);

    private final UsualFields usualFields;

    Profile(UsualFields usualFields) {
        this.usualFields = usualFields;
    }

    UsualFields usualFields() {
        return usualFields;
    }

    /** What it calls itself, unless a header field of its own says so. */
    String userAgent() {
        return this == CURL ? "curl/8.5.0" : Version.userAgent();
    }

    List<HeaderChange> headers() {
        return switch (this) {
            case HELLOWIRE, MICROPYTHON, CURL -> List.of();
            case ARDUINO ->
                List.of(
                        new HeaderChange("User-Agent", "ESP32HTTPClient"),
                        new HeaderChange("Accept", null),
                        new HeaderChange("Connection", "keep-alive"),
                        new HeaderChange("Accept-Encoding", "identity;q=1,chunked;q=0.1,*;q=0"));
            case BROWSER ->
                List.of(
                        new HeaderChange("Connection", "keep-alive"),
                        new HeaderChange("Upgrade-Insecure-Requests", "1"),
                        new HeaderChange(
                                "User-Agent",
                                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
                                        + " Safari/537.36"),
                        new HeaderChange(
                                "Accept",
                                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"),
                        new HeaderChange("Accept-Language", "en-US,en;q=0.9"));
        };
    }

    RequestOptions.Version version(boolean http11) {
        return this == MICROPYTHON && !http11 ? RequestOptions.Version.HTTP_1_0 : RequestOptions.Version.HTTP_1_1;
    }

    /** Whether it takes what a small device would: the first IPv4 address, any certificate, no server name. */
    boolean isTutorial() {
        return this == MICROPYTHON;
    }
}
