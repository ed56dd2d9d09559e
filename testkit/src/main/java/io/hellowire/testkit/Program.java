package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A real program that we are tested against, such as curl or openssl. Where it is missing the test is skipped and says
 * so; under {@code -Dpeers=required} a missing program is a failure.
 */
public final class Program {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final List<String> command;
    private @Nullable Path directory;

    private Program(List<String> command) {
        this.command = command;
    }

    /**
     * Finds a program on the {@code PATH}.
     *
     * @param names the program's name, then the names it has on other systems
     * @throws TestAbortedException if it is not there, which skips the test
     * @throws AssertionFailedError if it is not there and peers are required
     */
    public static Program named(String... names) {
        for (String name : names) {
            Path found = find(name);
            if (found != null) {
                return new Program(List.of(found.toString()));
            }
        }
        throw missing(String.join(" or ", names) + " is not on this machine");
    }

    /** A Java program: the {@code java} that runs this test, with the given options, class or jar. */
    public static Program java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    /** Tells whether a program is on the {@code PATH}, for a test that can do with or without. */
    public static boolean isPresent(String name) {
        return find(name) != null;
    }

    /**
     * Skips the test, or fails it where peers are required, for a reason other than a missing program.
     *
     * @param reason what is missing, for people
     */
    public static RuntimeException missing(String reason) {
        if ("required".equals(System.getProperty("peers"))) {
            throw new AssertionFailedError(reason + " (expected: all of them, because of -Dpeers=required)");
        }
        throw new TestAbortedException("skipped: " + reason + " (.ci/run installs it)");
    }

    private static @Nullable Path find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Runs in this directory from now on. */
    public Program in(Path workingDirectory) {
        this.directory = workingDirectory;
        return this;
    }

    /** Runs to the end and expects exit code 0. */
    public Result succeed(String... arguments) {
        Result result = run(arguments);
        if (result.exitCode() != 0) {
            throw new AssertionFailedError(
                    "exit code " + result.exitCode() + " of " + command + " " + List.of(arguments) + "\n" + result);
        }
        return result;
    }

    /** Runs to the end, with nothing on its standard input. */
    public Result run(String... arguments) {
        return run(new byte[0], Map.of(), arguments);
    }

    /**
     * Runs to the end.
     *
     * @param input what it finds on its standard input
     * @param environment variables added to this process's own
     */
    public Result run(byte[] input, Map<String, String> environment, String... arguments) {
        try (Running running = start(environment, arguments)) {
            running.send(input);
            return running.await(DEADLINE);
        }
    }

    /** Starts it and returns at once; close what is returned to end it. */
    public Running start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /** Starts it with these variables added to the environment; close what is returned to end it. */
    public Running start(Map<String, String> environment, String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        try {
            return new Running(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program left behind: its exit code and all it printed. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares results, and tests want the bytes
    public record Result(int exitCode, byte[] output, byte[] errors) {

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

    /** A program that runs; closing it kills it and waits until it is gone. */
    public static final class Running implements AutoCloseable {

        /** Of signal 2, in the masks of proc(5). */
        private static final long SIGINT_BIT = 1 << 1;

        private final Process process;
        private final Collected out;
        private final Collected err;

        private Running(Process process) {
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
         * started all of this in the background: SIGINT is then ignored from the start, and stays so.
         */
        public void signal(String name) {
            if (name.equals("INT") && ignoresInterrupts()) {
                throw new TestAbortedException(
                        "skipped: SIGINT is ignored by whatever a shell starts in the background");
            }
            named("kill").succeed("-" + name, Long.toString(pid()));
        }

        private boolean ignoresInterrupts() {
            Path status = Path.of("/proc", Long.toString(pid()), "status");
            if (!Files.isReadable(status)) {
                return false;
            }
            try (Stream<String> lines = Files.lines(status)) {
                return lines.filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Asks it to end, as {@code kill} does: SIGTERM. */
        public void terminate() {
            process.destroy();
        }

        /** Waits for its end. */
        public Result await(Duration deadline) {
            try {
                if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionFailedError("still running after " + deadline + "\n" + out() + err());
                }
                return new Result(process.exitValue(), out.all(), err.all());
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
        public Running awaitText(String text) {
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
        public void await(String what, Predicate<Running> condition) {
            long end = System.nanoTime() + DEADLINE.toNanos();
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

    /** Reads a stream to its end on a thread of its own, so that the program never waits for us. */
    private static final class Collected {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread reader;

        Collected(InputStream stream) {
            reader = new Thread(() -> copy(stream), "program-output");
            reader.setDaemon(true);
            reader.start();
        }

        private void copy(InputStream stream) {
            byte[] buffer = new byte[8192];
            try (stream) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    synchronized (bytes) {
                        bytes.write(buffer, 0, n);
                    }
                }
            } catch (IOException e) {
                // The program was killed: what it printed until then is what there is.
            }
        }

        String text() {
            synchronized (bytes) {
                return bytes.toString(UTF_8);
            }
        }

        boolean isAtEnd() {
            return !reader.isAlive();
        }

        byte[] all() throws InterruptedException {
            reader.join(TimeUnit.SECONDS.toMillis(10));
            synchronized (bytes) {
                return bytes.toByteArray();
            }
        }
    }
}
