package io.hellowire.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the tool's version, from the manifest of its jar, and that of Java. */
public abstract class ToolVersion implements IVersionProvider {

    private final Tool tool;
    private final @Nullable String number;

    /** @param part a class in the tool's own jar */
    protected ToolVersion(Tool tool, Class<?> part) {
        this.tool = tool;
        this.number = part.getPackage().getImplementationVersion();
    }

    @Override
    public final String[] getVersion() {
        String version = number == null ? "(not from a jar)" : number;
        return new String[] {tool.label() + " " + version + ", Java " + Runtime.version()};
    }
}
