package io.hellowire.certs.cli;

import io.hellowire.cli.Tool;
import io.hellowire.cli.ToolVersion;

/** The version of these tools. */
final class Version extends ToolVersion {

    Version() {
        super(Tool.CERTS, Version.class);
    }
}
