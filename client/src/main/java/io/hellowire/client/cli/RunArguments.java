package io.hellowire.client.cli;

import io.hellowire.client.report.Language;
import io.hellowire.client.step.StepException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The options that say whether, how often and in whose name it is done. */
final class RunArguments extends Arguments {

    private final Option<Boolean> pathAsIs = named("--path-as-is").flag("Leave . and .. in the path as they are.");

    private final Option<Profile> profile = named("--profile")
            .value(
                    "NAME",
                    Profile.class,
                    Profile.HELLOWIRE,
                    "Behave like micropython (the tutorial's program), arduino, curl or browser.");

    private final Option<Boolean> dryRun = named("--dry-run").flag("Show what would be sent, and send nothing.");

    private final Option<String> as = named("--as")
            .text(
                    "LANGUAGE",
                    "Print a program that does the same: curl, python, micropython, arduino, esp-idf or openssl.");

    private final Option<Integer> times =
            named("--repeat").value("N", Integer.class, 1, "Fetch this many times, and print percentiles.");

    private final Option<Duration> interval =
            named("--interval").value("TIME", Duration.class, Duration.ZERO, "Wait this long in between (default: 0).");

    private final Option<Path> certificatesFile = named("--save-certs")
            .value(
                    "FILE",
                    Path.class,
                    "Write the server's certificates to this file, or the proxy's if the fetch got no further.");

    boolean isPathAsIs() {
        return pathAsIs.value();
    }

    Profile profile() {
        return profile.value();
    }

    /** Whether what is wanted is no content but something about it. */
    boolean asksForReport() {
        return dryRun.value()
                || as.given() != null
                || times.value() != 1
                || profile.value().isTutorial();
    }

    boolean isDryRun() {
        return dryRun.value();
    }

    /** The language to print a program in, or {@code null} to fetch. */
    @Nullable
    Language language() throws StepException {
        if (as.given() == null) {
            return null;
        }
        return switch (as.given()) {
            case "curl" -> Language.CURL;
            case "python" -> Language.PYTHON;
            case "micropython" -> Language.MICROPYTHON;
            case "arduino" -> Language.ARDUINO;
            case "esp-idf" -> Language.ESP_IDF;
            case "openssl" -> Language.OPENSSL;
            default ->
                throw UsageError.of(
                        "--as: " + as.given() + " (expected: curl, python, micropython, arduino, esp-idf or openssl)");
        };
    }

    int times() throws StepException {
        if (times.value() < 1 || times.value() > 100_000) {
            throw UsageError.of("--repeat: " + times.value() + " (expected: 1 to 100000)");
        }
        return times.value();
    }

    Duration interval() {
        return interval.value();
    }

    @Nullable
    Path certificatesFile() {
        return certificatesFile.given();
    }
}
