package io.hellowire.certs.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: our version, from the jar, and that of Java. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "hellowire-certs " + (version == null ? "(not from its jar)" : version) + ", Java " + Runtime.version()
        };
    }
}
