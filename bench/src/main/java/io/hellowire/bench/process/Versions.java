package io.hellowire.bench.process;

import io.netty.util.Version;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What was measured on what, for the head of the table. */
public final class Versions {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("uname", "-srm"),
            List.of("nginx", "-v"),
            List.of("haproxy", "-v"),
            List.of("caddy", "version"),
            List.of("go", "version"),
            List.of("node", "--version"),
            List.of("openssl", "version"),
            List.of("curl", "--version"));

    private Versions() {}

    /** A few lines of text: the date, the runtimes, and the first line that each program says about itself. */
    public static String ofThisMachine() throws IOException {
        StringBuilder text = new StringBuilder(LocalDate.now(ZoneOffset.UTC) + ", Java " + Runtime.version());
        text.append(", Netty ");
        text.append(Version.identify().values().stream()
                .findFirst()
                .map(Version::artifactVersion)
                .orElse("unknown"));
        text.append(System.lineSeparator());
        for (Jdk jdk : Jdk.installed()) {
            text.append("java").append(jdk.feature()).append(": ").append(jdk.version());
            text.append(System.lineSeparator());
        }
        for (List<String> command : COMMANDS) {
            if (Programs.isPresent(command.get(0))) {
                String first = Child.run(command).lines().findFirst().orElse("");
                text.append(command.get(0)).append(": ").append(first).append(System.lineSeparator());
            }
        }
        return text.toString();
    }
}
