package io.hellowire.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java runtime of this machine.
 *
 * @param version what its file {@code release} says
 * @param home the folder that it is installed in
 */
public record Jdk(Runtime.Version version, Path home) {

    /** Ours runs on no older one. */
    private static final int OLDEST = 17;
    /** Before Java 9 it began with {@code 1.}, and does not parse. */
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"((?!1\\.)[0-9.]+)\"$");

    /** The one that runs us, and one of each other release that is installed beside it; the oldest comes first. */
    public static List<Jdk> installed() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>(List.of(own));
        try (Stream<Path> beside = Files.list(own.resolveSibling(""))) {
            beside.sorted().forEach(homes::add);
        }
        SortedMap<Integer, Jdk> found = new TreeMap<>();
        for (Path home : homes) {
            Jdk jdk = in(home);
            if (jdk != null && jdk.feature() >= OLDEST) {
                found.putIfAbsent(jdk.feature(), jdk);
            }
        }
        return List.copyOf(found.values());
    }

    private static @Nullable Jdk in(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return null;
        }
        Matcher version = VERSION.matcher(Files.readString(release, UTF_8));
        return version.find() ? new Jdk(Runtime.Version.parse(version.group(1)), home) : null;
    }

    /** Its release, such as 17. */
    public int feature() {
        return version.feature();
    }

    /** The program that starts it. */
    public String java() {
        return home.resolve("bin/java").toString();
    }
}
