package io.hellowire.certs.cli;

import io.hellowire.certs.Passphrase;
import io.hellowire.cli.AsTyped;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where the passphrase of the files read comes from. */
final class PassphraseOptions {

    @ArgGroup
    private @Nullable Source source;

    /** One of the two. */
    private static final class Source {

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "Passphrase of encrypted files: the first line of FILE.")
        private @Nullable Path file;

        @Option(
                names = "--passphrase-env",
                paramLabel = "VARIABLE",
                description = "Passphrase of encrypted files: the value of an environment variable.")
        private @Nullable String variable;
    }

    Passphrase passphrase() {
        if (source == null) {
            return Passphrase.none();
        }
        if (source.file != null) {
            return Passphrase.ofFile(source.file);
        }
        return source.variable == null
                ? Passphrase.none()
                : Passphrase.ofEnvironment(source.variable, AsTyped::variable);
    }
}
