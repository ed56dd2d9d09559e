package io.hellowire.certs.cli;

import io.hellowire.certs.write.Destination.IfPresent;
import picocli.CommandLine.Option;

/** The option of every command that writes files. */
final class ForceOption {

    @Option(names = "--force", description = "Overwrite existing files.")
    private boolean force;

    IfPresent ifPresent() {
        return force ? IfPresent.REPLACE : IfPresent.REFUSE;
    }
}
