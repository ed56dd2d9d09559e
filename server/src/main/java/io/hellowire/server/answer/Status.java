package io.hellowire.server.answer;

/**
 * A status code with its reason phrase.
 *
 * @param code three digits
 * @param reason in words
 */
record Status(int code, String reason) {

    /** The one with this code. */
    static Status of(int code) {
        return new Status(code, reasonOf(code));
    }

    private static String reasonOf(int code) {
        return switch (code) {
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

    String line() {
        return code + " " + reason;
    }
}
