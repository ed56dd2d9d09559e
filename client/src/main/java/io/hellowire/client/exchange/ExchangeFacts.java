package io.hellowire.client.exchange;

import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import io.hellowire.wire.tls.TlsAlert;
import org.jspecify.annotations.Nullable;

/**
 * How one exchange went, as far as it went.
 *
 * @param request what was sent, or was to be
 * @param sending when it was sent, or {@code null} if it was not, or not all of it
 * @param response what came back, or {@code null} if nothing was read
 * @param content the first bytes of the content, decoded, or {@code null} where that was not asked for
 * @param alert the TLS alert that ended it, or {@code null}
 * @param failure why it did not succeed, or {@code null} when it did
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares exchanges
public record ExchangeFacts(
        Request request,
        @Nullable Span sending,
        @Nullable Response response,
        byte @Nullable [] content,
        @Nullable TlsAlert alert,
        @Nullable Failure failure) {

    /** Nothing was sent. */
    public static ExchangeFacts notSent(Request request) {
        return new ExchangeFacts(request, null, null, null, null, null);
    }
}
