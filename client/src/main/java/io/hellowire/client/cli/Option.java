package io.hellowire.client.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** An option of the command, and its value once the command line is read. */
final class Option<T> {

    private final OptionSpec spec;
    private final @Nullable T usual;

    /** @param usual its value when it is not given, {@code null} if it has none then */
    Option(OptionSpec spec, @Nullable T usual) {
        this.spec = spec;
        this.usual = usual;
    }

    /** Its longest name, as on the command line. */
    String name() {
        return spec.longestName();
    }

    /** Whether it is this one. */
    boolean is(OptionSpec other) {
        return spec.equals(other);
    }

    /** Whether the user says anything about it. */
    boolean isGiven() {
        return spec.getValue() != null;
    }

    /** The value of an option that always has one. */
    T value() {
        return Objects.requireNonNull(given(), spec.longestName());
    }

    /** The value, or {@code null} if it was not given and has no usual one. */
    @Nullable
    T given() {
        T given = spec.getValue();
        return given == null ? usual : given;
    }
}
