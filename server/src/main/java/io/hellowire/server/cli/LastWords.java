package io.hellowire.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.cli.Tool;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Ends the process, in words, when an {@link Error} has come up anywhere, such as memory that is used up: a server whose
 * threads die one by one accepts and never answers.
 */
final class LastWords implements Thread.UncaughtExceptionHandler {

    private static final byte[] WITHOUT_MEMORY =
            (Tool.SERVER.label() + ": out of memory; it ends here\n").getBytes(UTF_8);

    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    /** From now on, for all threads. */
    static void takeOver() {
        Thread.setDefaultUncaughtExceptionHandler(new LastWords());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof Error)) {
            thrown.printStackTrace();
            return;
        }
        try {
            say(words(thread, thrown));
        } catch (OutOfMemoryError again) {
            say(WITHOUT_MEMORY);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static byte[] words(Thread thread, Throwable thrown) {
        String what = thrown instanceof OutOfMemoryError
                ? "out of memory: " + thrown.getMessage() + " (expected: enough for all connections; java -Xmx and"
                        + " -XX:MaxDirectMemorySize give more)"
                : thrown.toString();
        return (Tool.SERVER.label() + ": " + what + "; it ends here, on thread " + thread.getName() + "\n")
                .getBytes(UTF_8);
    }

    private void say(byte[] words) {
        try {
            err.write(words);
        } catch (IOException e) {
            // Nobody listens.
        }
    }
}
