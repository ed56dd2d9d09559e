package io.hellowire.client;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The client as a process of its own. */
final class ClientProgram {

    private ClientProgram() {}

    /** The client in a Java with these options. */
    static Program with(String... javaOptions) {
        List<String> command = new ArrayList<>(List.of(javaOptions));
        command.add("--enable-native-access=ALL-UNNAMED"); // as the manifest says for java -jar
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.hellowire.client.cli.Main"));
        command.add("--report=text"); // which a terminal need not be asked for
        return Program.java(command.toArray(String[]::new));
    }

    /** Runs it with its streams where a shell's redirection leads them. */
    static ProgramResult runRedirected(String redirection, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line =
                "\"$0\" --enable-native-access=ALL-UNNAMED -cp \"$CLASSES\" io.hellowire.client.cli.Main --report=text \"$@\" ";
        return Program.named("sh")
                .with("-c", line + redirection, java)
                .run(new byte[0], Map.of("CLASSES", System.getProperty("java.class.path")), arguments);
    }
}
