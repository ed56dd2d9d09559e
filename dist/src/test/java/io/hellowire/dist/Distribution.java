package io.hellowire.dist;

import io.hellowire.testkit.Program;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The distribution as it was built, and how tests start it: with the Java that runs them. */
final class Distribution {

    static final Path FOLDER = Path.of("target", "hellowire").toAbsolutePath();
    static final Path LAUNCHER = FOLDER.resolve("bin/hellowire");

    private Distribution() {}

    /** Copies it, permissions included, and without archives of classes. */
    static Path copiedTo(Path folder) {
        Program.named("cp").succeed("-Rp", FOLDER.toString(), folder.toString());
        Program.named("rm").succeed("-rf", folder.resolve("lib/archives").toString());
        return folder;
    }

    /** Variables for a start that leaves nothing behind. */
    static Map<String, String> without(Map<String, String> others) {
        Map<String, String> environment = new HashMap<>(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "HELLOWIRE_ARCHIVES", "off", "LC_ALL", "C.UTF-8"));
        environment.putAll(others);
        return environment;
    }
}
