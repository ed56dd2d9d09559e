package io.hellowire.client.report;

/** What each block means, in two sentences for those who see it for the first time. */
enum Explanation {
    DNS("A name is looked up first: the computers of the network know addresses only. One name may have several"
            + " addresses, and any of them may be down."),
    CONNECT("TCP connects to one of the addresses and a port, the number of a service there. If an address does not"
            + " answer within a quarter of a second the next one is tried beside it (RFC 8305)."),
    TLS("TLS encrypts what follows, and the certificate says who is at the other end. It must be signed by somebody"
            + " you trust and be made for the name or address in the URL; one without the other is worth nothing."),
    MESSAGES("HTTP is text: a first line, header fields, an empty line, then the body. What you see is what was on"
            + " the wire, byte for byte."),
    TIMING("The bars show which step took how long. Waiting for the first byte is the server's own time and one round"
            + " trip through the network.");

    private final String text;

    Explanation(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
