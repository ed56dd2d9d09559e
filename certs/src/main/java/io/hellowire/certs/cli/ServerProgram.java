package io.hellowire.certs.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What to type to start the server on this machine, judged by how this program was started. */
final class ServerProgram {

    private static final String OWN_JAR = "hellowire-certs.jar";
    private static final String SERVER_JAR = "hellowire-server.jar";

    private ServerProgram() {}

    static String words() {
        return words(System.getProperty("java.class.path", ""));
    }

    /** {@code java -jar} and the server's jar beside our own or in the same checkout, else the program's plain name. */
    static String words(String classPath) {
        if (classPath.contains(File.pathSeparator)) {
            return "hellowire-server";
        }
        Path own = Path.of(classPath);
        if (!own.endsWith(OWN_JAR)) {
            return "hellowire-server";
        }
        return Stream.of(own.resolveSibling(SERVER_JAR), inCheckout(own))
                .filter(Files::exists)
                .findFirst()
                .map(jar -> "java -jar " + ShellWord.of(jar))
                .orElse("hellowire-server");
    }

    private static Path inCheckout(Path own) {
        Path folder = own.getParent();
        Path module = folder == null ? null : folder.getParent();
        return module == null ? own : module.resolveSibling(Path.of("server", "target", SERVER_JAR));
    }
}
