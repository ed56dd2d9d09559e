package io.hellowire.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that we started. It ends when it is closed, and at the latest when this JVM ends: by its process number,
 * with all that it started itself.
 */
public final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(15);
    /** What HotSpot calls them; the kernel keeps fifteen letters of a thread's name. */
    static final Pattern COMPILER_THREAD = Pattern.compile("C[12] CompilerThre.*");

    private static final Set<Child> ALIVE = new HashSet<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Child::endAll, "end-children"));
    }

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    private static void endAll() {
        synchronized (ALIVE) {
            ending = true;
            ALIVE.forEach(Child::kill);
        }
    }

    /**
     * Starts a program and returns at once.
     *
     * @param command its path or name, and its arguments
     * @param folder where it runs
     * @param output the file that takes what it prints
     * @throws IllegalStateException if this JVM is ending, when nobody would end the program any more
     */
    public static Child start(List<String> command, Path folder, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // What a program keeps between runs must not make the second run unlike the first.
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        synchronized (ALIVE) {
            if (ending) {
                throw new IllegalStateException(command + ": not started (expected: a bench that is not ending)");
            }
            try {
                Child child = new Child(builder.start());
                ALIVE.add(child);
                return child;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return all that it printed
     * @throws IllegalStateException if it fails, or takes longer than two minutes
     */
    public static String run(List<String> command) {
        return finish(command).output();
    }

    /**
     * Runs a program to its end and watches its memory.
     *
     * @return the most that it held, in KiB, as far as a look every few milliseconds shows it
     * @throws IllegalStateException if it fails, or takes longer than two minutes
     */
    public static long runAndWatch(List<String> command) {
        return finish(command).mostResidentKiB();
    }

    private static Finished finish(List<String> command) {
        try {
            Path output = Files.createTempFile("hellowire-bench", ".out");
            try (Child child = start(command, Path.of("").toAbsolutePath(), output)) {
                long most = child.watch();
                String text = Files.readString(output, UTF_8);
                if (child.isAlive() || child.process.exitValue() != 0) {
                    throw new IllegalStateException(command + ": failed (expected: exit code 0)\n" + text);
                }
                return new Finished(text, most);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private long watch() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long most = 0;
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
            most = Math.max(most, residentKiB());
        }
        return most;
    }

    private record Finished(String output, long mostResidentKiB) {}

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The CPU time that it and what it started have used until now. */
    public CpuTime cpu() {
        return process.descendants()
                .map(ProcessHandle::pid)
                .map(CpuTime::of)
                .reduce(CpuTime.of(process.pid()), CpuTime::plus);
    }

    /** The part of it that the JIT compiler threads of a JVM have used, as far as they still run. */
    public CpuTime compiling() {
        return CpuTime.ofThreads(process.pid(), COMPILER_THREAD);
    }

    /** The memory that is its own or that it shares, as {@code VmRSS} has it, with what it started; in KiB. */
    public long residentKiB() {
        return process.descendants()
                        .mapToLong(ProcessHandle::pid)
                        .map(Memory::residentKiB)
                        .sum()
                + Memory.residentKiB(process.pid());
    }

    /** Asks it to end, and kills it if it takes long over that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            kill();
            throw interrupted(e);
        } finally {
            synchronized (ALIVE) {
                ALIVE.remove(this);
            }
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a program", e);
    }
}
