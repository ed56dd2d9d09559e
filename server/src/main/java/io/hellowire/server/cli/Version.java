package io.hellowire.server.cli;

import io.hellowire.cli.ToolVersion;

/** The server's version. */
final class Version extends ToolVersion {

    Version() {
        super("hellowire-server", Version.class);
    }
}
