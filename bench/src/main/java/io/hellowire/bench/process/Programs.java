package io.hellowire.bench.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What programs this machine has. */
public final class Programs {

    private Programs() {}

    /** Whether a program of this name is on the {@code PATH}. */
    public static boolean isPresent(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** The {@code java} that runs us; what is measured runs by the same. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
