package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a program left behind: its exit code and all it printed. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares results, and tests want the bytes
public record ProgramResult(int exitCode, byte[] output, byte[] errors) {

    /** Standard output as text. */
    public String out() {
        return new String(output, UTF_8);
    }

    /** Standard error as text. */
    public String err() {
        return new String(errors, UTF_8);
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n--- standard output\n" + out() + "\n--- standard error\n" + err();
    }
}
