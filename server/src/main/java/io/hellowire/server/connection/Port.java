package io.hellowire.server.connection;

/** The kind of port a connection comes in by. */
public enum Port {
    /** Plain text is expected. */
    HTTP("http"),
    /** A TLS handshake is expected. */
    HTTPS("https");

    private final String scheme;

    Port(String scheme) {
        this.scheme = scheme;
    }

    /** The scheme of its URLs. */
    public String scheme() {
        return scheme;
    }
}
