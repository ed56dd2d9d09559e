package io.hellowire.server.answer;

import io.hellowire.server.connection.Connections;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.server.exchange.Shape;
import io.hellowire.server.exchange.Status;
import io.hellowire.wire.RequestHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which answer a request gets. */
public final class AnswerPolicy {

    private static final List<Answer.Field> ALLOWED =
            List.of(new Answer.Field("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));

    private final AnswerOptions options;
    private final Connections connections;

    /**
     * @param options what is answered
     * @param connections knows whether the server is going
     */
    public AnswerPolicy(AnswerOptions options, Connections connections) {
        this.options = options;
        this.connections = connections;
    }

    /** Why a request is refused though it is well-formed, {@code null} if it is not. */
    @Nullable
    Rejection refusal(Request request) {
        RequestHead head = request.head();
        if (head.methodIs("CONNECT") || head.methodIs("TRACE")) {
            return refusal(request, 405, "method " + head.method(), "any method but CONNECT and TRACE");
        }
        return null;
    }

    /** The refusal of a request for which the counter has no number. */
    Rejection refusal(Request request, String reason) {
        return refusal(request, 503, "no number to give: " + reason, "the next one");
    }

    private static Rejection refusal(Request request, int status, String found, String expected) {
        return new Rejection(
                        request.onConnection(), request.head().bytes(), status, null, found, expected, request.began())
                .with(request.body());
    }

    /** Whether it is only asked whether the server is well, which takes no number. */
    boolean isHealthCheck(Request request) {
        String path = options.healthPath();
        RequestHead head = request.head();
        return path != null && head.targetIs(path) && (head.methodIs("GET") || head.methodIs("HEAD"));
    }

    /** Whether we end the connection after the answer to this request. */
    boolean isLast(Request request) {
        Integer most = options.requestsPerConnection();
        return connections.isGoingAway() || (most != null && request.onConnection() >= most);
    }

    Answer.Counted greeting(Request request, long number, boolean last) {
        return new Answer.Counted(options.greeting(), number, Shape.of(request.head(), last));
    }

    /** Says whether the server is well. */
    Answer health(Request request, boolean last) {
        boolean going = connections.isGoingAway();
        Shape shape = Shape.of(request.head(), last);
        return new Answer.Text(Status.of(going ? 503 : 200), List.of(), going ? "going away" : "ok", shape);
    }

    /** Says what is refused, and why; the connection ends after it. */
    Answer to(Rejection rejection) {
        Status status = Status.of(rejection.status());
        List<Answer.Field> fields = status.code() == 405 ? ALLOWED : List.of();
        return new Answer.Text(status, fields, status.line() + ": " + rejection.words(), Shape.LAST);
    }
}
