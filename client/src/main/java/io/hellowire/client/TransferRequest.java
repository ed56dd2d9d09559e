package io.hellowire.client;

import io.hellowire.client.exchange.Authorization;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.step.StepException;
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

    private static final int UNAUTHORIZED = 401;

    static TransferRequest first(Target target, RequestOptions request) {
        return new TransferRequest(target, request, target, 0);
    }

    boolean isOfFirstOrigin() {
        return target.hasSameOriginAs(origin);
    }

    /** Whether another request follows a response. */
    boolean leadsOn(ResponseHead head, @Nullable RedirectOptions options) {
        return proof(head) != null || (options != null && Redirects.isRedirect(head));
    }

    /** What the server may take for an answer to its 401, RFC 9110 section 15.5.2, or {@code null} if there is nothing. */
    private @Nullable Authorization proof(ResponseHead head) {
        Authorization before = request.fields().authorization();
        return head.status() != UNAUTHORIZED || before == null ? null : before.after(head);
    }

    /**
     * What comes after a response.
     *
     * @param options how redirects are followed, or {@code null} if they are not
     * @return {@code null} if this is the end
     */
    @Nullable
    TransferRequest next(@Nullable ResponseHead head, @Nullable RedirectOptions options) throws StepException {
        Authorization proof = head == null ? null : proof(head);
        if (proof != null) {
            return new TransferRequest(target, request.with(proof), origin, redirects);
        }
        if (head == null || options == null || !Redirects.isRedirect(head)) {
            return null;
        }
        if (redirects >= options.most()) {
            throw Redirects.tooMany(options.most(), head);
        }
        Target to = Redirects.next(target, head);
        RequestOptions next = Redirects.request(request, head.status(), options.postKept());
        boolean staysKnown = options.toAnyOrigin() || to.hasSameOriginAs(target);
        return new TransferRequest(to, staysKnown ? next.again() : next.withoutCredentials(), origin, redirects + 1);
    }
}
