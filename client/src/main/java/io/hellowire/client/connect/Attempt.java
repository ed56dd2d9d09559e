package io.hellowire.client.connect;

import io.hellowire.client.step.Span;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One try to connect to one address, whatever came of it.
 *
 * @param address where to, as text: {@code 192.0.2.1:80}, {@code [2001:db8::1]:80} or the path of a socket
 * @param remote the address as one, or {@code null} for a socket in the file system
 * @param span when it ran, or {@code null} when it was not tried
 * @param result what came of it
 * @param problem why it failed, or {@code null} when it did not
 * @param local our own end, or {@code null} when there was no connection
 */
public record Attempt(
        String address,
        @Nullable InetSocketAddress remote,
        @Nullable Span span,
        Result result,
        @Nullable ConnectProblem problem,
        @Nullable String local) {

    /** What came of an attempt. */
    public enum Result {
        CONNECTED,
        FAILED,
        /** Given up because another address was faster, or time was up. */
        CANCELLED,
        NOT_TRIED
    }
}
