package io.hellowire.server;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server as a process of its own, started by its command line on free ports. */
final class ServerProgram implements AutoCloseable {

    /** The port of a listener that was switched off. */
    static final int NONE = 0;

    private static final Pattern READY = Pattern.compile("ready(?: http=(\\d+))?(?: https=(\\d+))? ");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RunningProgram running;
    private final int httpPort;
    private final int httpsPort;

    private ServerProgram(RunningProgram running) {
        this.running = running;
        MatchResult ready = running.awaitMatch(READY);
        this.httpPort = port(ready.group(1));
        this.httpsPort = port(ready.group(2));
    }

    private static int port(@Nullable String digits) {
        return digits == null ? NONE : Integer.parseInt(digits);
    }

    /** Starts it, with its state in this directory, and waits until it is ready. */
    static ServerProgram in(Path directory, String... arguments) {
        return in(directory, Map.of(), arguments);
    }

    /** As above, with these variables added to its environment. */
    static ServerProgram in(Path directory, Map<String, String> environment, String... arguments) {
        return new ServerProgram(java(directory).start(environment, command(directory, arguments)));
    }

    /** As above, with a heap of so many megabytes. */
    static ServerProgram withHeap(int megabytes, Path directory, String... arguments) {
        return on("-Xmx" + megabytes + "m", directory, arguments);
    }

    /** As above, on a Java machine with this option. */
    static ServerProgram on(String javaOption, Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command(directory, arguments)));
        all.add(1, javaOption); // after our own heap, so that it wins
        return new ServerProgram(java(directory).start(Map.of(), all.toArray(String[]::new)));
    }

    /** As above, with its standard output into this command of a shell, whose own output is then what it prints. */
    static ServerProgram into(String reader, Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-c", "\"$0\" \"$@\" | " + reader, javaBinary()));
        all.addAll(List.of(command(directory, arguments)));
        return new ServerProgram(Program.named("bash").start(all.toArray(String[]::new)));
    }

    /**
     * Starts it from a shell that first runs this, such as {@code ulimit -n 64}: the single-file jar, since every jar of
     * a class path takes a file descriptor.
     */
    static ServerProgram after(String shellCommand, Path directory, String... arguments) {
        return fromAShell(Program.named("bash"), List.of(), shellCommand, directory, arguments);
    }

    /** As above, in a namespace of its own, where a user may mount what nobody else sees. */
    static ServerProgram alone(String shellCommand, Path directory, String... arguments) {
        return fromAShell(Program.named("unshare"), List.of("-rm", "bash"), shellCommand, directory, arguments);
    }

    /** As above, in a network of its own, which has what this makes and nothing else. */
    static ServerProgram inANetwork(String shellCommand, Path directory, String... arguments) {
        return fromAShell(Program.named("unshare"), List.of("-rn", "bash"), shellCommand, directory, arguments);
    }

    private static ServerProgram fromAShell(
            Program first, List<String> shell, String shellCommand, Path directory, String... arguments) {
        Path jar = Path.of("target", "hellowire-server.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + ": missing (expected: mvn package has run)");
        }
        List<String> all = new ArrayList<>(shell);
        all.addAll(List.of("-c", shellCommand + " && exec \"$0\" \"$@\"", javaBinary()));
        all.addAll(List.of("-Xmx96m", "-jar", jar.toString()));
        all.addAll(options(directory, arguments));
        return new ServerProgram(first.start(all.toArray(String[]::new)));
    }

    /** Runs it to its end. */
    static ProgramResult run(Path directory, Map<String, String> environment, String... arguments) {
        return java(directory).run(new byte[0], environment, command(directory, arguments));
    }

    private static Program java(Path directory) {
        return Program.java().in(directory);
    }

    private static String javaBinary() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String[] command(Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED", // as the manifest says for java -jar, and so the next
                "--add-opens=java.base/sun.security.ssl=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.hellowire.server.cli.Main"));
        all.addAll(options(directory, arguments));
        return all.toArray(String[]::new);
    }

    private static List<String> options(Path directory, String... arguments) {
        List<String> all = new ArrayList<>();
        if (arguments.length == 0 || !arguments[0].equals("healthcheck")) {
            all.addAll(List.of("--http-port", "0", "--https-port", "0", "--state-dir", directory.toString()));
        }
        all.addAll(List.of(arguments));
        return all;
    }

    int httpPort() {
        return httpPort;
    }

    int httpsPort() {
        return httpsPort;
    }

    long pid() {
        return running.pid();
    }

    String out() {
        return running.out();
    }

    String err() {
        return running.err();
    }

    boolean isAlive() {
        return running.isAlive();
    }

    void awaitText(String text) {
        running.awaitText(text);
    }

    /** Sends it this signal, such as {@code INT}. */
    void signal(String name) {
        running.signal(name);
    }

    /** Waits for its end. */
    ProgramResult await() {
        return running.await(PATIENCE);
    }

    @Override
    public void close() {
        running.close();
    }
}
