package io.hellowire.client.cli;

import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;

/** What the user asked for cannot be asked for. */
final class UsageError {

    private UsageError() {}

    static StepException of(String message) {
        return new StepException(Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", message));
    }
}
