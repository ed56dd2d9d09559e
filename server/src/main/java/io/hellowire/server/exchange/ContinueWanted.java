package io.hellowire.server.exchange;

/** A head has come, and its sender waits for {@code 100 Continue} before it sends the body, RFC 9110 section 10.1.1. */
public enum ContinueWanted implements Received {
    NOW
}
