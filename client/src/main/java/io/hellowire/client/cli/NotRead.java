package io.hellowire.client.cli;

import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What it means that something we were told to read cannot be read. */
final class NotRead {

    private NotRead() {}

    /** The failure that says so. */
    static StepException from(String where, IOException e) {
        String message = where + ": cannot be read: " + reason(e);
        return new StepException(Failure.of(Phase.INPUT, ExitCode.NOT_READ, "not_read", message), e);
    }

    /** Of these two Java says nothing but the name. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "not permitted" : String.valueOf(e.getMessage());
    }
}
