package io.hellowire.client.url;

/** The two schemes that are fetched. */
public enum Scheme {
    HTTP("http", 80),
    HTTPS("https", 443);

    private final String word;
    private final int defaultPort;

    Scheme(String word, int defaultPort) {
        this.word = word;
        this.defaultPort = defaultPort;
    }

    /** As written in a URL, in lower case. */
    public String word() {
        return word;
    }

    /** The port of a URL that names none. */
    public int defaultPort() {
        return defaultPort;
    }
}
