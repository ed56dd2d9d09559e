package io.hellowire.client.url;

/** A URL that cannot be fetched; the message says what was found and what was expected. */
public final class MalformedUrlException extends Exception {

    private final boolean foreignScheme;

    private MalformedUrlException(String message, boolean foreignScheme) {
        super(message);
        this.foreignScheme = foreignScheme;
    }

    static MalformedUrlException of(String what, String found, String expected) {
        return new MalformedUrlException(what + ": " + found + " (expected: " + expected + ")", false);
    }

    static MalformedUrlException ofScheme(String scheme) {
        return new MalformedUrlException("scheme: " + scheme + " (expected: http or https)", true);
    }

    /** Whether the URL is well-formed but for another protocol than ours. */
    public boolean hasForeignScheme() {
        return foreignScheme;
    }
}
