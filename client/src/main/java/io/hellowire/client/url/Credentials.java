package io.hellowire.client.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * A user's name and password, {@code user:password}.
 *
 * @param text the secret itself
 */
public record Credentials(String text) {

    /** The user's name: what is before the first colon. */
    public String user() {
        return text.split(":", 2)[0];
    }

    /** The password, which may be empty. */
    public String password() {
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(colon + 1);
    }

    /** The value of an Authorization field, RFC 7617. */
    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
