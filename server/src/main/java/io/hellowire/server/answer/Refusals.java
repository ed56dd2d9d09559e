package io.hellowire.server.answer;

import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;

/** Well-formed requests that are refused all the same. */
final class Refusals {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private Refusals() {}

    static Rejection ofMethod(Request request) {
        String expected = "any method but CONNECT and TRACE";
        return of(request, 405, "method " + request.head().method(), expected);
    }

    static Rejection ofCounter(Request request, String reason) {
        return of(request, 503, "no number to give: " + reason, "the next one");
    }

    private static Rejection of(Request request, int status, String found, String expected) {
        return new Rejection(
                request.onConnection(), request.head().bytes(), status, null, found, expected, request.began());
    }

    /** The field lines that go with this status, each with CRLF before it. */
    static String fields(Status status) {
        return status.code() == 405 ? "\r\nAllow: " + METHODS : "";
    }
}
