package io.hellowire.client.step;

import io.hellowire.wire.text.Printable;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a fetch did not do what was asked, and what to try next.
 *
 * @param phase the step that failed
 * @param exitCode what the process exits with
 * @param kind one stable lower-case word for programs, such as {@code connection_refused}
 * @param message what came and what was expected, one line for people
 * @param hints what to try next, one line each; empty when there is nothing to advise
 * @param cause the exception below it as text, or {@code null} when there was none
 */
public record Failure(
        Phase phase,
        ExitCode exitCode,
        String kind,
        String message,
        List<String> hints,
        @Nullable String cause) {

    public Failure {
        if (exitCode == ExitCode.OK) {
            throw new IllegalArgumentException("exitCode: OK (expected: a code that says what failed)");
        }
        hints = List.copyOf(hints);
    }

    /** A failure without advice. */
    public static Failure of(Phase phase, ExitCode exitCode, String kind, String message) {
        return new Failure(phase, exitCode, kind, message, List.of(), null);
    }

    /** The same failure of another step, with words before the message that say of which. */
    public Failure of(Phase other, ExitCode code, String before) {
        return new Failure(other, code, kind, before + message, hints, cause);
    }

    /** What was thrown, in words that may be printed, also where it says nothing itself. */
    public static String reason(Throwable thrown) {
        if (thrown instanceof ClosedChannelException) {
            return "the other end has closed the connection";
        }
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : Printable.ofText(message);
    }

    /** The same failure with one more line of advice. */
    public Failure hint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Failure(phase, exitCode, kind, message, more, cause);
    }

    /** The same failure with what was thrown below it, for those who look closer. */
    public Failure causedBy(Throwable thrown) {
        return new Failure(phase, exitCode, kind, message, hints, thrown.toString());
    }
}
