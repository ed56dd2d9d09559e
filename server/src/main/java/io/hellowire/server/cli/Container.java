package io.hellowire.server.cli;

import io.hellowire.cli.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The container that this program runs in: its addresses and files are its own, so what is said to people must be what
 * they can type outside of it.
 *
 * @param command what handles it from outside: {@code docker}, {@code podman} or {@code kubectl}
 * @param name what that command calls it
 */
record Container(String command, String name) {

    /**
     * Reads what the variable {@code container} says, by which engines and our own image make it known (systemd's Container
     * Interface). A container that keeps silent, such as one to develop in, is taken for the machine that it plays.
     *
     * @return {@code null} if there is none
     */
    static @Nullable Container around(Map<String, String> environment) {
        String name = environment.getOrDefault("HOSTNAME", "CONTAINER"); // each engine sets it, to what it calls it
        if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return new Container("kubectl", name);
        }
        return switch (environment.getOrDefault("container", "")) {
            case "" -> null;
            case "podman" -> new Container("podman", name);
            default -> new Container("docker", name);
        };
    }

    /** What publishes these ports under the same numbers. */
    String published(List<Integer> ports) {
        String each = command.equals("kubectl") ? " %1$d:%1$d" : " -p %1$d:%1$d";
        String all = ports.stream().map(each::formatted).collect(Collectors.joining());
        return command.equals("kubectl") ? "kubectl port-forward pod/" + name + all : command + " run" + all + " ...";
    }

    /** What gets a file out of it. */
    String copied(Path file) {
        return command.equals("kubectl")
                ? "on a volume at " + file.getParent() + ", or from the wire: " + Tool.CLIENT.typed()
                        + " --save-certs FILE"
                : command + " cp " + name + ":" + file + " .";
    }
}
