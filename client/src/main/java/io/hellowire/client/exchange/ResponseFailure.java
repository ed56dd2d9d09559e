package io.hellowire.client.exchange;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.tls.TlsFailure;
import io.hellowire.wire.Malformation;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.text.Printable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a response is not what it should be. */
final class ResponseFailure {

    private static final int SHOWN_BYTES = 60;
    private static final int SETTINGS_FRAME = 4;

    private ResponseFailure() {}

    static Failure malformed(MalformedMessageException e) {
        Malformation what = e.malformation();
        ExitCode code = switch (what) {
            case NOT_HTTP, UNKNOWN_VERSION, VERSION_SYNTAX, TLS_IN_RESPONSE, STATUS_LINE -> ExitCode.NOT_HTTP;
            case HEAD_TOO_LONG, TOO_MANY_FIELDS, START_LINE_TOO_LONG -> ExitCode.HEAD_TOO_LARGE;
            case CHUNK_SIZE, CHUNK_EXTENSION, CHUNK_LINE_TOO_LONG, CHUNK_LINE_END, CHUNK_END -> ExitCode.NOT_RECEIVED;
            default -> ExitCode.BAD_REPLY;
        };
        Failure failure = failed(code, what.id().replace('-', '_'), "malformed reply: " + e.getMessage());
        if (code == ExitCode.HEAD_TOO_LARGE) {
            return failure.hint("this limit is our own: "
                    + (what == Malformation.TOO_MANY_FIELDS
                            ? "--max-fields N allows more fields"
                            : "--max-head SIZE allows a longer head"));
        }
        if (what == Malformation.TLS_IN_RESPONSE) {
            return failure.hint("this port speaks TLS: try https://");
        }
        if (what == Malformation.NOT_HTTP) {
            byte[] received = e.received();
            if (isHttp2(received)) {
                return failure.hint("it speaks HTTP/2 unasked, which this version does not support");
            }
            return failure.hint(
                    "it began with: " + Printable.of(Arrays.copyOf(received, Math.min(received.length, SHOWN_BYTES))));
        }
        return failure;
    }

    /** What such a server sends first is the frame SETTINGS of stream 0, RFC 9113 section 3.4. */
    private static boolean isHttp2(byte[] received) {
        return received.length >= 4 && received[0] == 0 && received[3] == SETTINGS_FRAME;
    }

    static Failure tooSlow(Deadline deadline, boolean begun) {
        String message = (begun ? "the reply was not complete" : "no reply") + " within "
                + deadline.limit().toMillis() + " ms";
        Failure failure = failed(ExitCode.TIMED_OUT, begun ? "body_timeout" : "wait_timeout", message);
        return failure.hint("--max-time SECONDS allows more");
    }

    static Failure nothing() {
        return failed(ExitCode.EMPTY_REPLY, "empty_reply", "the server closed the connection without sending a byte")
                .hint("does it want TLS (https://), a Host field, or another path?");
    }

    static Failure brokenOff(Throwable cause, String place) {
        Failure alert = TlsFailure.afterHandshake(cause);
        if (alert != null) {
            return alert;
        }
        if (cause instanceof OutOfMemoryError) {
            String words = "no memory left " + place + ": " + cause.getMessage();
            return failed(ExitCode.OUT_OF_MEMORY, "out_of_memory", words).hint("java -Xmx allows more");
        }
        String message = "the connection broke " + place + ": " + Failure.reason(cause);
        return failed(ExitCode.NOT_RECEIVED, "connection_reset", message).causedBy(cause);
    }

    static Failure headCut(int bytes) {
        String message = "the connection ended inside the head, after " + bytes + " bytes";
        return failed(ExitCode.ENDED_EARLY, "head_cut", message);
    }

    static Failure bodyCut(String progress) {
        String message = "the connection ended before the body did: " + progress;
        return failed(ExitCode.ENDED_EARLY, "body_cut", message);
    }

    static Failure noCloseNotify() {
        String message =
                "the connection ended without TLS's close_notify, so the body may be incomplete (RFC 9112 section 9.8)";
        return failed(ExitCode.ENDED_EARLY, "no_close_notify", message)
                .hint("the server should send Content-Length, or close TLS properly");
    }

    static Failure endlessInterim(int count) {
        return failed(ExitCode.BAD_REPLY, "endless_interim", count + " interim (1xx) replies and no final one");
    }

    static Failure badCoding(@Nullable String message) {
        String words = "the body cannot be decoded: " + Printable.ofText(String.valueOf(message));
        return failed(ExitCode.BAD_CODING, "bad_coding", words);
    }

    static Failure unknownTransferCoding(String coding) {
        return badCoding("Transfer-Encoding: " + coding + " (expected: chunked, gzip or deflate)");
    }

    static Failure chunkedNotLast(List<String> codings) {
        return badCoding(
                "Transfer-Encoding: " + String.join(", ", codings) + " (expected: chunked last, RFC 9112 section 6.1)");
    }

    /** @param inOrder whether the body ended where its framing says, so that the connection did not cut it */
    static Failure codedDataCut(List<String> codings, boolean inOrder) {
        String data = String.join(", ", codings) + " data";
        return inOrder
                ? badCoding("it ends before its " + data + " does")
                : failed(
                        ExitCode.ENDED_EARLY,
                        "body_cut",
                        Printable.ofText("the connection ended before the " + data + " did"));
    }

    static Failure bomb(long coded, long decoded) {
        String message = coded + " bytes decode to more than " + decoded + ": that is a decompression bomb";
        return failed(ExitCode.BAD_CODING, "decompression_bomb", message)
                .hint("this limit is our own: -o FILE takes all of it, --max-filesize N up to N bytes");
    }

    static Failure tooLarge(long limit) {
        return failed(ExitCode.TOO_LARGE, "too_large", "the body is longer than --max-filesize " + limit);
    }

    private static Failure failed(ExitCode code, String kind, String message) {
        return Failure.of(Phase.RESPONSE, code, kind, message);
    }
}
