package io.hellowire.client.cli;

import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it means that something the user named cannot be read, or written. */
final class FileFailure {

    private FileFailure() {}

    /** Refuses a file that could not be written, which is better known before anything is sent. */
    static void refuseUnwritable(Path file) throws StepException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw notWritten(file.toString(), new IOException("it is a directory"));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw notWritten(file.toString(), new IOException("there is no directory " + folder));
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw notWritten(file.toString(), new IOException("permission denied"));
        }
    }

    /** The failure that says that it cannot be written. */
    static StepException notWritten(String where, IOException e) {
        String reason = FileError.reason(e);
        Failure failure =
                Failure.of(Phase.OUTPUT, ExitCode.NOT_WRITTEN, "not_written", where + ": cannot be written: " + reason);
        return new StepException(failure, e);
    }

    /** The failure that says that it cannot be read. */
    static StepException notRead(String where, IOException e) {
        String message = where + ": cannot be read: " + FileError.reason(e);
        return new StepException(Failure.of(Phase.INPUT, ExitCode.NOT_READ, "not_read", message), e);
    }
}
