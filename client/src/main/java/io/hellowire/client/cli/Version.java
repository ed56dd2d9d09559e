package io.hellowire.client.cli;

import io.hellowire.cli.Tool;
import io.hellowire.cli.ToolVersion;
import java.util.Objects;

/** The client's version, and what we call ourselves. */
final class Version extends ToolVersion {

    Version() {
        super(Tool.CLIENT, Version.class);
    }

    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "0");
    }

    static String userAgent() {
        return "hellowire/" + number().replace("-SNAPSHOT", "");
    }
}
