package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/**
 * Which end of a connection is the client, also where the capture begins in its middle.
 *
 * @param toldBy what says so
 */
record Roles(ConnectionEnd client, ConnectionEnd server, Sign toldBy) {

    /** What tells client from server, the surest first. */
    enum Sign {
        HANDSHAKE("its handshake says"),
        FIRST_BYTES("the first bytes say"),
        PORTS("the ports say"),
        ORDER("nothing says but who sent first");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final int MOST_BYTES = 64;
    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|CONNECT|TRACE|PRI) .*", Pattern.DOTALL);

    /** @param first the end that was seen first */
    static Roles of(ConnectionEnd first, ConnectionEnd second) {
        if (first.hasAsked() || second.hasAgreed()) {
            return new Roles(first, second, Sign.HANDSHAKE);
        }
        if (second.hasAsked() || first.hasAgreed()) {
            return new Roles(second, first, Sign.HANDSHAKE);
        }
        if (speaksAsClient(first) || speaksAsServer(second)) {
            return new Roles(first, second, Sign.FIRST_BYTES);
        }
        if (speaksAsClient(second) || speaksAsServer(first)) {
            return new Roles(second, first, Sign.FIRST_BYTES);
        }
        int ports = Integer.compare(first.address().getPort(), second.address().getPort());
        return ports < 0
                ? new Roles(second, first, Sign.PORTS)
                : new Roles(first, second, ports == 0 ? Sign.ORDER : Sign.PORTS);
    }

    private static boolean speaksAsClient(ConnectionEnd end) {
        byte[] bytes = end.stream().beginning();
        return isHello(bytes, 1) || REQUEST.matcher(text(bytes)).matches();
    }

    private static boolean speaksAsServer(ConnectionEnd end) {
        byte[] bytes = end.stream().beginning();
        return isHello(bytes, 2) || text(bytes).startsWith("HTTP/");
    }

    /** A handshake record of TLS with the client's hello (1) or the server's (2) (RFC 8446 section 4). */
    private static boolean isHello(byte[] bytes, int message) {
        return bytes.length > 5 && bytes[0] == 22 && bytes[1] == 3 && bytes[5] == message;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), ISO_8859_1);
    }
}
