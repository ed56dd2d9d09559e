package io.hellowire.client.cli;

import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;

/** What the user asked for cannot be asked for. */
final class Wrong {

    private Wrong() {}

    static StepException of(String message) {
        return new StepException(Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", message));
    }
}
