package io.hellowire.client.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, and what we call ourselves: our version, from the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"hellowire-client " + number() + ", Java " + Runtime.version()};
    }

    static String number() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "0");
    }

    static String userAgent() {
        return "hellowire/" + number().replace("-SNAPSHOT", "");
    }
}
