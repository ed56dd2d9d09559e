package io.hellowire.client.cli;

/** Bytes as text that is safe in a URL and in a form: all but RFC 3986's unreserved characters are {@code %XX}. */
final class PercentEncoding {

    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** The same for a form, where a space is a plus, as in HTML. */
    static String ofForm(byte[] bytes) {
        return of(bytes).replace("%20", "+");
    }

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            boolean isSafe = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            text.append(isSafe ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }
}
