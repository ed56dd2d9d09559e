package io.hellowire.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * A real program that we are tested against, such as curl or openssl. Where it is missing the test is skipped and says
 * so; under {@code -Dpeers=required} a missing program is a failure.
 */
public final class Program {

    /** How long a test waits for a program at most. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

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

    /** The program in this file. */
    public static Program at(Path file) {
        return new Program(List.of(file.toString()));
    }

    /** The same with arguments that come before all others. */
    public Program with(String... arguments) {
        Program with = new Program(
                Stream.concat(command.stream(), Stream.of(arguments)).toList());
        with.directory = directory;
        return with;
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
        throw new TestAbortedException(reason + " (.ci/run installs it)");
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
    public ProgramResult succeed(String... arguments) {
        ProgramResult result = run(arguments);
        if (result.exitCode() != 0) {
            throw new AssertionFailedError(
                    "exit code " + result.exitCode() + " of " + command + " " + List.of(arguments) + "\n" + result);
        }
        return result;
    }

    /** Runs to the end, with nothing on its standard input. */
    public ProgramResult run(String... arguments) {
        return run(new byte[0], Map.of(), arguments);
    }

    /**
     * Runs to the end.
     *
     * @param input what it finds on its standard input
     * @param environment variables added to this process's own
     */
    public ProgramResult run(byte[] input, Map<String, String> environment, String... arguments) {
        try (RunningProgram running = start(environment, arguments)) {
            running.send(input);
            return running.await(DEADLINE);
        }
    }

    /** Starts it and returns at once; close what is returned to end it. */
    public RunningProgram start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /** Starts it with these variables added to the environment; close what is returned to end it. */
    public RunningProgram start(Map<String, String> environment, String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        try {
            return new RunningProgram(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
