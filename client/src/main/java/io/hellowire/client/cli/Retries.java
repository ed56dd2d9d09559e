package io.hellowire.client.cli;

import io.hellowire.cli.Tool;
import io.hellowire.client.FetchReport;
import io.hellowire.client.cli.FetchRunner.Fetched;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fetches again as long as {@code --retry} says, and says so. */
final class Retries {

    private final RetryArguments retry;
    private final boolean silent;
    private final Console console;
    private final long startNanos = System.nanoTime();

    Retries(FetchArguments arguments, Console console) {
        this.retry = arguments.retry;
        this.silent = arguments.delivery.isSilent();
        this.console = console;
    }

    /** What came of the last fetch. */
    Fetched run(OneFetch fetch) throws StepException {
        for (int tries = 1; true; tries++) {
            Fetched fetched = fetch.run();
            Duration pause = pause(fetched.report(), tries);
            if (pause == null) {
                return fetched;
            }
            say(fetched.report(), pause, retry.left(tries));
            if (!waited(pause)) {
                return fetched;
            }
        }
    }

    private @Nullable Duration pause(FetchReport report, int tries) {
        return retry.pause(report, tries, Duration.ofNanos(System.nanoTime() - startNanos));
    }

    private void say(FetchReport report, Duration pause, int left) {
        if (silent) {
            return;
        }
        Failure failure = report.failure();
        ResponseHead head = RetryArguments.head(report);
        String why = failure != null ? failure.message() : head != null ? "status " + head.status() : "no response";
        console.errors()
                .println(Tool.CLIENT.label() + ": " + why + "; tries again in " + pause.toMillis() + " ms, " + left
                        + " left");
        console.errors().flush();
    }

    private boolean waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Fetches once. */
    interface OneFetch {
        Fetched run() throws StepException;
    }
}
