package io.hellowire.client.cli;

import io.hellowire.client.FetchReport;
import io.hellowire.client.Transfer;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options that say whether a fetch that failed is tried again, and when. */
final class RetryArguments extends Arguments {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Set<ExitCode> PASSING =
            Set.of(ExitCode.TIMED_OUT, ExitCode.HOST_NOT_RESOLVED, ExitCode.PROXY_NOT_RESOLVED);
    private static final Set<Integer> PASSING_STATUSES = Set.of(408, 429, 500, 502, 503, 504);

    private final Option<Integer> most = named("--retry")
            .value(
                    "N",
                    Integer.class,
                    0,
                    "Try again this often: after a timeout, a failed lookup, and status 408, 429, 500, 502, 503 or 504.");

    private final Option<Duration> delay = named("--retry-delay")
            .value(
                    "TIME",
                    Duration.class,
                    Duration.ZERO,
                    "Delay before each try (default: 1s, then twice as long each time).");

    private final Option<Duration> maxTime = named("--retry-max-time")
            .value("TIME", Duration.class, Duration.ZERO, "Start no other try after this time (default: 0, no limit).");

    private final Option<Boolean> refused =
            named("--retry-connrefused").negatableFlag("Try again after a refused connection, too.");

    private final Option<Boolean> all = named("--retry-all-errors").negatableFlag("Try again after any failure.");

    void check() throws StepException {
        if (most.value() < 0) {
            throw UsageError.of("--retry: " + most.value() + " (expected: 0 or more)");
        }
    }

    /**
     * How long to wait for another try, or {@code null} if there is none.
     *
     * @param tries how many there were, from 1
     * @param sinceFirst how long ago the first of them began
     */
    @Nullable
    Duration pause(FetchReport report, int tries, Duration sinceFirst) {
        if (tries > most.value() || report.exitCode().isInterruption() || !mayPass(report)) {
            return null;
        }
        Duration pause = askedByServer(report);
        if (pause == null) {
            pause = delay.value().isZero() ? growing(tries) : delay.value();
        }
        boolean isInTime = maxTime.value().isZero() || sinceFirst.plus(pause).compareTo(maxTime.value()) < 0;
        return isInTime ? pause : null;
    }

    /** How many tries are left. */
    int left(int tries) {
        return most.value() - tries;
    }

    private boolean mayPass(FetchReport report) {
        ResponseHead head = head(report);
        if (head != null && PASSING_STATUSES.contains(head.status())) {
            return true;
        }
        ExitCode code = report.exitCode();
        return PASSING.contains(code)
                || (refused.value() && code == ExitCode.NOT_CONNECTED)
                || (all.value() && code != ExitCode.OK);
    }

    private static Duration growing(int tries) {
        Duration pause = Duration.ofSeconds(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** RFC 9110 section 10.2.3, as far as it is a number of seconds. */
    private static @Nullable Duration askedByServer(FetchReport report) {
        ResponseHead head = head(report);
        String seconds = head == null ? null : head.first("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    /** That of the last response, {@code null} if there is none. */
    static @Nullable ResponseHead head(FetchReport report) {
        Transfer last = report.last();
        return last == null || last.response() == null ? null : last.response().head();
    }
}
