package io.hellowire.client.cli;

import io.hellowire.cli.Tool;
import io.hellowire.client.step.ExitCode;
import java.io.PrintWriter;

/** Says what no step was ready for: that the memory is used up, or a mistake of ours, with its stack. */
final class CrashReport {

    private CrashReport() {}

    /** Says it, and gives the exit code. */
    static int report(Throwable thrown, PrintWriter errors) {
        ExitCode code = thrown instanceof OutOfMemoryError ? ExitCode.OUT_OF_MEMORY : ExitCode.INTERNAL;
        if (code == ExitCode.OUT_OF_MEMORY) {
            errors.println(Tool.CLIENT.label() + ": out of memory: " + thrown.getMessage()
                    + " (expected: enough to hold what is sent; java -Xmx allows more)");
        } else {
            errors.println(Tool.CLIENT.label() + ": internal error, or a Java that lacks something; please report it:");
            thrown.printStackTrace(errors);
        }
        errors.flush();
        return code.number();
    }
}
