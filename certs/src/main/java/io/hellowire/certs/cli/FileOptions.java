package io.hellowire.certs.cli;

import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Format;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the files of a certificate are named, and in which formats they are written. */
final class FileOptions {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = Converters.FileName.class,
            description = "What file names start with; default: server, client or the request's.")
    private @Nullable String name;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas.")
    private @Nullable List<Format> formats;

    @Mixin
    private ForceOption force;

    String name(String usual) {
        return name == null ? usual : name;
    }

    List<Format> formats(List<Format> usual) {
        return formats == null ? usual : formats;
    }

    Destination in(Path directory, String usualName, List<Format> usualFormats) {
        return new Destination(directory, name(usualName), formats(usualFormats), force.ifPresent());
    }
}
