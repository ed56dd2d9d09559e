package io.hellowire.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A program that runs; closing it kills it and waits until it is gone. */
public final class RunningProgram implements AutoCloseable {

    /** Signals, by name, that a program may be made to ignore by what starts it, and their numbers. */
    private static final Map<String, Integer> IGNORED_AT_TIMES = Map.of("HUP", 1, "INT", 2);

    private final Process process;
    private final Collected out;
    private final Collected err;

    RunningProgram(Process process) {
        this.process = process;
        this.out = new Collected(process.getInputStream());
        this.err = new Collected(process.getErrorStream());
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has printed on standard output until now. */
    public String out() {
        return out.text();
    }

    /** What it has printed on standard error until now. */
    public String err() {
        return err.text();
    }

    /** Gives it this on its standard input, then the end of input. */
    public void send(byte[] input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            // It did not want to read all of it, which is its right: its exit code and output tell.
        }
    }

    /**
     * Sends it this signal, such as {@code INT}. The test is skipped if the program ignores it, as it does where a shell
     * started all of this in the background, or nohup did: it is then ignored from the start, and stays so.
     */
    public void signal(String name) {
        Integer number = IGNORED_AT_TIMES.get(name);
        if (number != null && ignores(number)) {
            throw new TestAbortedException(
                    "skipped: SIG" + name + " is ignored by all that is started here (a shell does"
                            + " it to SIGINT for what it starts in the background, nohup to SIGHUP)");
        }
        Program.named("kill").succeed("-" + name, Long.toString(pid()));
    }

    private boolean ignores(int signal) {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (signal - 1) & 1) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as {@code kill} does: SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    public ProgramResult await(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionFailedError("still running after " + deadline + "\n" + out() + err());
            }
            return new ProgramResult(process.exitValue(), out.all(), err.all());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("interrupted while waiting for a program", e);
        }
    }

    /**
     * Waits until it has printed this, on standard output or standard error.
     *
     * @throws AssertionFailedError if it ended first or did not print it within a minute
     */
    public RunningProgram awaitText(String text) {
        awaitMatch(Pattern.compile(Pattern.quote(text)));
        return this;
    }

    /**
     * Waits until something like this stands on standard output or standard error, such as a line with a port number;
     * end the pattern with what follows the number, which may be written a moment later.
     *
     * @throws AssertionFailedError if it ended first or did not print it within a minute
     */
    public MatchResult awaitMatch(Pattern pattern) {
        AtomicReference<@Nullable MatchResult> found = new AtomicReference<>();
        await("\"" + pattern + "\"", running -> {
            Matcher onOutput = pattern.matcher(running.out());
            Matcher onError = pattern.matcher(running.err());
            found.set(onOutput.find() ? onOutput : onError.find() ? onError : null);
            return found.get() != null;
        });
        return Objects.requireNonNull(found.get());
    }

    /**
     * Waits until this holds of what it has printed.
     *
     * @param what is awaited, for people
     * @throws AssertionFailedError if it ended first or did not print it within a minute
     */
    public void await(String what, Predicate<RunningProgram> condition) {
        long end = System.nanoTime() + Program.DEADLINE.toNanos();
        while (true) {
            boolean over = !process.isAlive() && out.isAtEnd() && err.isAtEnd();
            if (condition.test(this)) {
                return;
            }
            if (over || System.nanoTime() > end) {
                throw new AssertionFailedError("did not print " + what + "\n" + out() + "\n---\n" + err());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("interrupted while waiting for a program", e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
