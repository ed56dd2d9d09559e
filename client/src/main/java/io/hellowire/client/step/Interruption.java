package io.hellowire.client.step;

import java.util.Locale;

/** Who ends a fetch before it is done. */
public enum Interruption {
    /** Somebody at the keyboard: SIGINT. */
    KEYBOARD(ExitCode.INTERRUPTED, "interrupted from the keyboard"),
    /** The terminal went away: SIGHUP. */
    HANGUP(ExitCode.HUNG_UP, "the terminal was closed (SIGHUP)"),
    /** Another program, or the system that shuts down: SIGTERM. */
    TERMINATION(ExitCode.TERMINATED, "terminated by another program or the system (SIGTERM)");

    private final ExitCode exitCode;
    private final String words;

    Interruption(ExitCode exitCode, String words) {
        this.exitCode = exitCode;
        this.words = words;
    }

    /** What the process exits with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The same as the reason why a fetch did not end well. */
    public Failure failure() {
        return Failure.of(Phase.INTERNAL, exitCode, exitCode.name().toLowerCase(Locale.ROOT), words);
    }
}
