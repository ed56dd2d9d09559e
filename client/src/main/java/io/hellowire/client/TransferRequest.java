package io.hellowire.client;

import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Credentials;
import io.hellowire.client.url.Target;
import io.hellowire.wire.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * One URL of a fetch that may be redirected, and the request for it.
 *
 * @param target what is fetched
 * @param request the request, after what earlier redirects made of it
 * @param origin the URL that the user named, whose origin credentials are for
 * @param redirects how many redirects led here
 */
record TransferRequest(Target target, RequestOptions request, Target origin, int redirects) {

    static TransferRequest first(Target target, RequestOptions request) {
        return new TransferRequest(target, withUserOf(target, request), target, 0);
    }

    /** A user in the URL counts unless the user said otherwise. */
    private static RequestOptions withUserOf(Target target, RequestOptions request) {
        String user = target.userInfo();
        return user == null || request.fields().credentials() != null ? request : request.with(new Credentials(user));
    }

    boolean isOfFirstOrigin() {
        return target.hasSameOriginAs(origin);
    }

    /**
     * Where a response leads.
     *
     * @param most how many redirects are followed, or {@code null} for none
     * @return {@code null} if this is the end
     */
    @Nullable
    TransferRequest next(@Nullable ResponseHead head, @Nullable Integer most) throws StepException {
        if (head == null || most == null || !Redirects.isRedirect(head)) {
            return null;
        }
        if (redirects >= most) {
            throw Redirects.tooMany(most, head);
        }
        Target to = Redirects.next(target, head);
        return new TransferRequest(to, Redirects.request(request, target, to, head.status()), origin, redirects + 1);
    }
}
