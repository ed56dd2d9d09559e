package io.hellowire.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to type to start our tools on this machine, judged by how this process was started: the launcher and the image say
 * it, a single-file jar is {@code java -jar} and its path. In any other way only we start them, by the name of the tool.
 */
final class LaunchCommand {

    /** Set by who knows what was typed to start us: words for a shell. */
    static final String PROPERTY = "hellowire.command";

    private final @Nullable String command;
    private final String classPath;

    /** @param command what starts the command for all tools, {@code null} if it was not used */
    LaunchCommand(@Nullable String command, String classPath) {
        this.command = command;
        this.classPath = classPath;
    }

    static LaunchCommand ofThisProcess() {
        return new LaunchCommand(System.getProperty(PROPERTY), System.getProperty("java.class.path", ""));
    }

    String typed(Tool tool) {
        if (command != null) {
            return command + tool.word();
        }
        if (isOwnJar(tool)) {
            return javaJar(Path.of(classPath));
        }
        return Stream.of(Tool.values()).anyMatch(this::isOwnJar) ? javaJar(jarOf(tool)) : tool.alone();
    }

    /** The name alone, however long the path to it. */
    String label(Tool tool) {
        return command == null ? tool.alone() : "hellowire" + tool.word();
    }

    boolean areOneCommand() {
        return command != null;
    }

    private boolean isOwnJar(Tool tool) {
        return !classPath.contains(File.pathSeparator) && Path.of(classPath).endsWith(tool.alone() + ".jar");
    }

    /** Another tool's jar lies beside our own or in the same checkout; else it is named as it would be there. */
    private Path jarOf(Tool other) {
        Path own = Path.of(classPath);
        Path beside = own.resolveSibling(other.alone() + ".jar");
        return Stream.of(beside, inCheckout(own, other))
                .filter(Files::exists)
                .findFirst()
                .orElse(beside);
    }

    private static Path inCheckout(Path own, Tool other) {
        Path folder = own.getParent();
        Path module = folder == null ? null : folder.getParent();
        String name = other.alone();
        return module == null
                ? own.resolveSibling(name)
                : module.resolveSibling(Path.of(name.substring(name.indexOf('-') + 1), "target", name + ".jar"));
    }

    private static String javaJar(Path jar) {
        return "java -jar " + ShellWord.of(jar);
    }
}
