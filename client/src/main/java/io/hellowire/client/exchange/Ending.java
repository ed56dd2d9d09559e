package io.hellowire.client.exchange;

/** How the connection ended, as far as we watched it. */
public enum Ending {
    /** The other end closed it in order. */
    FIN("fin", "closed by server"),
    /** TLS said that nothing more will come (RFC 8446 section 6.1), which the end of TCP need not follow. */
    CLOSE_NOTIFY("close_notify", "closed by server"),
    /** The other end broke it off. */
    RESET("reset", "reset by server"),
    /** We closed it. */
    US("us", "closed by us");

    private final String id;
    private final String words;

    Ending(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** For programs. */
    public String id() {
        return id;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
