package io.hellowire.server.exchange;

/** What came over a connection and goes on to be answered or just shown. */
public sealed interface Received permits Request, Rejection, Abandoned, Received.ContinueWanted {

    /**
     * A head has come, and its sender waits for {@code 100 Continue} before it sends the body, RFC 9110 section 10.1.1.
     */
    enum ContinueWanted implements Received {
        NOW
    }
}
