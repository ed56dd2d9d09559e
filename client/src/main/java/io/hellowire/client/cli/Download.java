package io.hellowire.client.cli;

import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import org.jspecify.annotations.Nullable;

/**
 * One URL of the command line, and what is said of the file for its content.
 *
 * @param url as typed
 * @param number which of them it is, from 0
 * @param file the file, {@code -} for standard output, or {@code null} if nothing is said of it
 * @param naming who named the file
 */
record Download(String url, int number, @Nullable String file, Naming naming) {

    /** The last part of a URL's path, by which {@code -O} names a file; empty if there is none. */
    static String lastPart(String url) {
        String path = url.replaceFirst("[?#].*", "").replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "");
        return path.contains("/") ? path.substring(path.lastIndexOf('/') + 1) : "";
    }

    void refuseNameless() throws StepException {
        if (naming == Naming.BY_URL && "".equals(file)) {
            throw new StepException(Failure.of(
                    Phase.OUTPUT,
                    ExitCode.NOT_WRITTEN,
                    "no_name",
                    "--remote-name: " + url + " (expected: a name after the last slash, or -o FILE)"));
        }
    }

    /** Who named a file. */
    enum Naming {
        BY_USER,
        BY_URL,
        /** Unless it does not, and so it is by the URL. */
        BY_SERVER
    }
}
