package io.hellowire.server;

/** A ClientHello with any bytes in the places that are shown, as text of one char for each byte (RFC 8446 section 4.1.2). */
final class Hello {

    private static final String SUITES = "\23\1\300\53\300\57";
    private static final String VERSIONS = "\3\4\3\3";

    private Hello() {}

    /** One that asks for this name and offers these protocols. */
    static String of(String serverName, String... protocols) {
        return offering(serverName, VERSIONS, SUITES, protocols);
    }

    /** As above, and these versions and cipher suites, in pairs of bytes. */
    static String offering(String serverName, String versions, String suites, String... protocols) {
        StringBuilder names = new StringBuilder();
        for (String protocol : protocols) {
            names.append(vector(1, protocol));
        }
        String extensions = extension(0, vector(2, "\0" + vector(2, serverName)))
                + extension(16, vector(2, names.toString()))
                + extension(43, vector(1, versions));
        String body =
                "\3\3" + "r".repeat(32) + vector(1, "") + vector(2, suites) + vector(1, "\0") + vector(2, extensions);
        return "\26\3\1" + vector(2, "\1" + vector(3, body));
    }

    private static String extension(int type, String content) {
        return number(2, type) + vector(2, content);
    }

    private static String vector(int lengthBytes, String content) {
        return number(lengthBytes, content.length()) + content;
    }

    private static String number(int bytes, int number) {
        StringBuilder text = new StringBuilder();
        for (int i = bytes - 1; i >= 0; i--) {
            text.append((char) (number >> (8 * i) & 0xff));
        }
        return text.toString();
    }
}
