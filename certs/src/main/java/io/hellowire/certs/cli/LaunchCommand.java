package io.hellowire.certs.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What to type to start our programs on this machine, judged by how this one was started: {@code java -jar} and a path,
 * or the plain name where there is no jar to name.
 */
final class LaunchCommand {

    private static final String CERTS = "hellowire-certs";
    private static final String SERVER = "hellowire-server";

    private final String classPath;

    LaunchCommand(String classPath) {
        this.classPath = classPath;
    }

    /** As this process was started. */
    static LaunchCommand ofThisProcess() {
        return new LaunchCommand(System.getProperty("java.class.path", ""));
    }

    /** This program. */
    String certs() {
        return isOwnJar() ? javaJar(Path.of(classPath)) : CERTS;
    }

    /** The server, whose jar lies beside our own or in the same checkout. */
    String server() {
        if (!isOwnJar()) {
            return SERVER;
        }
        Path own = Path.of(classPath);
        return Stream.of(own.resolveSibling(SERVER + ".jar"), inCheckout(own))
                .filter(Files::exists)
                .findFirst()
                .map(LaunchCommand::javaJar)
                .orElse(SERVER);
    }

    private boolean isOwnJar() {
        return !classPath.contains(File.pathSeparator) && Path.of(classPath).endsWith(CERTS + ".jar");
    }

    private static Path inCheckout(Path own) {
        Path folder = own.getParent();
        Path module = folder == null ? null : folder.getParent();
        return module == null
                ? own.resolveSibling(SERVER)
                : module.resolveSibling(Path.of("server", "target", SERVER + ".jar"));
    }

    private static String javaJar(Path jar) {
        return "java -jar " + ShellWord.of(jar);
    }
}
