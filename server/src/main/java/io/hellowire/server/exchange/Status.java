package io.hellowire.server.exchange;

/**
 * A status code with its reason phrase.
 *
 * @param code three digits
 * @param reason in words
 */
public record Status(int code, String reason) {

    static final Status OK = of(200);
    static final Status CONTINUE = of(100);

    /** The one with this code. */
    public static Status of(int code) {
        return new Status(code, reasonOf(code));
    }

    private static String reasonOf(int code) {
        return switch (code) {
            case 100 -> "Continue";
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 431 -> "Request Header Fields Too Large";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "";
        };
    }

    /** Code and reason, as a status line has them. */
    public String line() {
        return code + " " + reason;
    }
}
