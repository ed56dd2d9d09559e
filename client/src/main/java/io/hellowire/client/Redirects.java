package io.hellowire.client;

import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.text.Printable;
import java.util.Set;

/** Where a response leads, RFC 9110 section 15.4, and with which request. */
final class Redirects {

    private Redirects() {}

    /** Whether a response leads elsewhere. */
    static boolean isRedirect(ResponseHead head) {
        return switch (head.status()) {
            case 301, 302, 303, 307, 308 -> head.has("Location");
            default -> false;
        };
    }

    /** The target of a response that leads elsewhere. */
    static Target next(Target from, ResponseHead head) throws StepException {
        String location = String.valueOf(head.first("Location"));
        try {
            return from.follow(location);
        } catch (MalformedUrlException e) {
            ExitCode code = e.hasForeignScheme() ? ExitCode.NOT_HTTP : ExitCode.BAD_URL;
            String where = location.isEmpty() ? "nowhere" : Printable.ofLatin1(location);
            String message = "the server redirects to " + where + ", which is not followed: "
                    + Printable.ofText(String.valueOf(e.getMessage()));
            throw new StepException(Failure.of(Phase.RESPONSE, code, "bad_redirect", message), e);
        }
    }

    /**
     * The request for it: 303 asks for GET, 301 and 302 turn POST into it, 307 and 308 leave everything as it is.
     *
     * @param postKept the statuses after which a POST stays one
     */
    static RequestOptions request(RequestOptions before, int status, Set<Integer> postKept) {
        String method =
                before.line().method() != null ? before.line().method() : before.body() == null ? "GET" : "POST";
        boolean isKept = method.equals("POST") && postKept.contains(status);
        boolean toGet = switch (status) {
            case 303 -> !method.equals("HEAD");
            case 301, 302 -> method.equals("POST");
            default -> false;
        };
        return toGet && !isKept ? before.with(null, null) : before;
    }

    static StepException tooMany(int most, ResponseHead head) {
        String to = Printable.ofLatin1(String.valueOf(head.first("Location")));
        String message = "more than " + most + " redirects, the next one to " + to;
        return new StepException(Failure.of(Phase.RESPONSE, ExitCode.TOO_MANY_REDIRECTS, "too_many_redirects", message)
                .hint("--max-redirs N follows more, unless they form a loop"));
    }
}
