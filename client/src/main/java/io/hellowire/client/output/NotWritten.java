package io.hellowire.client.output;

import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it means that something cannot be written. */
public final class NotWritten {

    private NotWritten() {}

    /** Refuses a file that could not be written, which is better known before anything is sent. */
    public static void refuse(Path file) throws StepException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw to(file.toString(), new IOException("it is a folder"));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw to(file.toString(), new IOException("there is no folder " + folder));
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw to(file.toString(), new IOException("not permitted"));
        }
    }

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
