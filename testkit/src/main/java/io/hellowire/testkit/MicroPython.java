package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.opentest4j.TestAbortedException;

/**
 * What runs a program made for MicroPython: Python 3 with MicroPython's defaults for TLS, and MicroPython itself where
 * the variable {@code MICROPYTHON} says where it is.
 */
@FunctionalInterface
public interface MicroPython {

    /** The interpreter, given a program. */
    Program with(Path program);

    /** Both, for a test with parameters; what is not there skips its tests and says so. */
    static Stream<Named<MicroPython>> runners() {
        return Stream.of(
                Named.of("MicroPython's defaults", MicroPython::withItsDefaults),
                Named.of("MicroPython", MicroPython::itself));
    }

    private static Program withItsDefaults(Path program) {
        try (InputStream defaults = MicroPython.class.getResourceAsStream("micropython.py")) {
            String script = new String(Objects.requireNonNull(defaults).readAllBytes(), UTF_8);
            return Program.named("python3").with("-u", "-c", script, program.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program itself(Path program) {
        Path file = Path.of(System.getenv().getOrDefault("MICROPYTHON", ""));
        if (!Files.isRegularFile(file)) {
            throw new TestAbortedException("skipped: MICROPYTHON=" + file
                    + " (expected: where MicroPython is, which would then run its own programs)");
        }
        return Program.at(file).with(program.toString());
    }
}
