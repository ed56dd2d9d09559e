package io.hellowire.client.output;

import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import java.io.IOException;

/** What it means that something cannot be written. */
public final class NotWritten {

    private NotWritten() {}

    /** The failure that says so. */
    public static StepException to(String where, IOException e) {
        String reason = e.getMessage() == null || e.getMessage().equals(where)
                ? e.getClass().getSimpleName()
                : e.getMessage();
        Failure failure =
                Failure.of(Phase.OUTPUT, ExitCode.NOT_WRITTEN, "not_written", where + ": cannot be written: " + reason);
        return new StepException(failure, e);
    }
}
