package io.hellowire.bench.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Time on a CPU, in user and kernel mode together. The kernel counts it in hundredths of a second, for the process as
 * a whole: every thread is in it, also those that have ended.
 *
 * @param ticks in units of 10 ms, the {@code USER_HZ} of every Linux of today
 */
public record CpuTime(long ticks) {

    /** Where every process begins. */
    public static final CpuTime NONE = new CpuTime(0);

    private static final double MICROSECONDS_PER_TICK = 10_000;
    private static final int UTIME = 11;
    private static final int CHILDREN_UTIME = 13;

    /** What a process has used; nothing if there is no such process any more. */
    static CpuTime of(long pid) {
        return read("/proc/" + pid + "/stat", UTIME);
    }

    /** What those threads of a process have used that have such a name; nothing if there is no such process any more. */
    static CpuTime ofThreads(long pid, Pattern name) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.filter(thread -> isNamed(thread, name))
                    .map(thread -> read(thread + "/stat", UTIME))
                    .reduce(NONE, CpuTime::plus);
        } catch (IOException e) {
            return NONE;
        }
    }

    private static boolean isNamed(Path thread, Pattern name) {
        try {
            return name.matcher(
                            Files.readString(thread.resolve("comm"), ISO_8859_1).strip())
                    .matches();
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    /** What all the programs used together that this process started and that have ended. */
    public static CpuTime ofEndedChildren() {
        return read("/proc/self/stat", CHILDREN_UTIME);
    }

    private static CpuTime read(String stat, int field) {
        try {
            String line = Files.readString(Path.of(stat), ISO_8859_1);
            // The name comes second, in parentheses, and may hold spaces and parentheses itself.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new CpuTime(Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]));
        } catch (IOException e) {
            // The process has ended, perhaps while it was read.
            return NONE;
        }
    }

    /** The sum of both. */
    public CpuTime plus(CpuTime other) {
        return new CpuTime(ticks + other.ticks);
    }

    /** What was used since that earlier reading, in microseconds. */
    public double microsecondsSince(CpuTime earlier) {
        return (ticks - earlier.ticks) * MICROSECONDS_PER_TICK;
    }
}
