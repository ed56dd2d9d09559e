package io.hellowire.server.cli;

import io.hellowire.cli.Tool;
import io.hellowire.cli.ToolVersion;

/** The server's version. */
final class Version extends ToolVersion {

    Version() {
        super(Tool.SERVER, Version.class);
    }
}
