package io.hellowire.client;

import io.hellowire.testkit.Program;
import java.util.ArrayList;
import java.util.List;

/** The client as a process of its own. */
final class ClientProgram {

    private ClientProgram() {}

    /** The client in a Java with these options. */
    static Program with(String... javaOptions) {
        List<String> command = new ArrayList<>(List.of(javaOptions));
        command.add("--enable-native-access=ALL-UNNAMED"); // as the manifest says for java -jar
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.hellowire.client.cli.Main"));
        return Program.java(command.toArray(String[]::new));
    }
}
