package io.hellowire.server.connection;

/**
 * Where an {@link Error} goes that came up on an event loop. Netty logs it and goes on, with whatever it has left half done;
 * here it goes to whoever takes what no thread has caught, which in the program ends the process.
 */
public final class LastResort {

    private LastResort() {}

    /** Gives this away, if it is an error. */
    public static void take(Throwable thrown) {
        if (thrown instanceof Error) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }

    /** The same task for an event loop, which would keep an error of it to itself. */
    public static Runnable watching(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable thrown) {
                take(thrown);
                throw thrown;
            }
        };
    }
}
