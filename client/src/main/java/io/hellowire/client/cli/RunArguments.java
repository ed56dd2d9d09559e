package io.hellowire.client.cli;

import io.hellowire.client.failure.StepException;
import io.hellowire.client.translate.Language;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whether, how often and in whose name it is done. */
final class RunArguments {

    @Option(names = "--path-as-is", description = "Leaves . and .. in the path as they are.")
    private boolean pathAsIs;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Behaves like micropython (the tutorial's program), arduino, curl or browser.")
    private Profile profile = Profile.HELLOWIRE;

    @Option(names = "--dry-run", description = "Shows what would be sent, and sends nothing.")
    private boolean dryRun;

    @Option(
            names = "--as",
            paramLabel = "LANGUAGE",
            description =
                    "Prints a program that does the same: curl, python, micropython, arduino, esp-idf or openssl.")
    private @Nullable String as;

    @Option(names = "--repeat", paramLabel = "N", description = "Fetches so many times, and prints percentiles.")
    private int times = 1;

    @Option(names = "--interval", paramLabel = "SECONDS", description = "Waits so long in between: 0.")
    private Duration interval = Duration.ZERO;

    @Option(
            names = "--save-certs",
            paramLabel = "FILE",
            description = "Writes the server's certificates to a file, or the proxy's if it came no further.")
    private @Nullable Path certificatesFile;

    boolean isPathAsIs() {
        return pathAsIs;
    }

    Profile profile() {
        return profile;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** The language to print a program in, or {@code null} to fetch. */
    @Nullable
    Language language() throws StepException {
        if (as == null) {
            return null;
        }
        return switch (as) {
            case "curl" -> Language.CURL;
            case "python" -> Language.PYTHON;
            case "micropython" -> Language.MICROPYTHON;
            case "arduino" -> Language.ARDUINO;
            case "esp-idf" -> Language.ESP_IDF;
            case "openssl" -> Language.OPENSSL;
            default ->
                throw Wrong.of("--as: " + as + " (expected: curl, python, micropython, arduino, esp-idf or openssl)");
        };
    }

    int times() throws StepException {
        if (times < 1 || times > 100_000) {
            throw Wrong.of("--repeat: " + times + " (expected: 1 to 100000)");
        }
        return times;
    }

    Duration interval() {
        return interval;
    }

    @Nullable
    Path certificatesFile() {
        return certificatesFile;
    }
}
