package io.hellowire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs on this machine, for tests that ask one of another release than their own. */
public final class Jdks {

    private static final Pattern FEATURE_RELEASE = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /**
     * The {@code java} of a JDK.
     *
     * @param first the oldest feature release that will do, such as 17
     * @param last the newest
     */
    public static Program between(int first, int last) {
        try {
            return homes().stream()
                    .filter(home -> isBetween(home, first, last))
                    .findFirst()
                    .map(home -> Program.at(home.resolve("bin/java")))
                    .orElseThrow(() -> Program.missing("no JDK " + first + " is on this machine"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own, and those beside it and where Debian keeps them. */
    private static List<Path> homes() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>(List.of(own));
        for (Path folder : List.of(own.resolveSibling("."), Path.of("/usr/lib/jvm"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> siblings = Files.list(folder)) {
                    siblings.forEach(homes::add);
                }
            }
        }
        return homes;
    }

    private static boolean isBetween(Path home, int first, int last) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
            return false;
        }
        try {
            Matcher found = FEATURE_RELEASE.matcher(Files.readString(release));
            return found.find()
                    && first <= Integer.parseInt(found.group(1))
                    && Integer.parseInt(found.group(1)) <= last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
