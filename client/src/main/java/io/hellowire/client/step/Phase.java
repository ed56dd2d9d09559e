package io.hellowire.client.step;

import java.util.Locale;

/** The step of a fetch in which something failed. */
public enum Phase {
    INPUT,
    DNS,
    CONNECT,
    PROXY,
    TLS,
    SEND,
    RESPONSE,
    OUTPUT,
    INTERNAL;

    /** The name that people and programs read, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
