package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.LocalNames;
import io.hellowire.readme.Readme.Session;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine of the README's reader, played in a folder of the test: this checkout's command and device programs lie
 * in it, its home is in it, and the README's address and ports stand for this machine's own and for free ones. A server runs until another one
 * of the same program is started, or {@code ^C} is shown.
 */
final class Stage implements AutoCloseable {

    private static final String ADDRESS = "192.168.1.20";
    private static final String HOME = "/home/you";
    private static final List<String> OURS = List.of("hellowire", "devices");
    private static final String READY = "ready http=8080 https=8443 pid=1\n";
    private static final List<String> PORTS = List.of("8080", "8443", "8081", "8444", "4443");
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final Path folder;
    private final Path home;
    private final String address = LocalNames.outwardAddress().getHostAddress();
    private final Map<String, String> ports = new LinkedHashMap<>();
    private final List<Server> servers = new ArrayList<>();
    private @Nullable Server latest;

    Stage(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("home"));
        for (String ours : OURS) {
            Files.createSymbolicLink(folder.resolve(ours), Readme.ROOT.resolve(ours));
        }
        Files.writeString(home.resolve(".curlrc"), "no-progress-meter\n"); // it shows none on a terminal
        for (String port : PORTS) {
            ports.put(port, freePort());
        }
    }

    /** Types what the session shows, and compares what is printed. */
    void play(Session session) throws IOException {
        if (session.isMoreOutput()) {
            goOn(session);
        } else if (session.isServer()) {
            start(session);
        } else {
            run(session);
        }
    }

    private void run(Session session) {
        String program = session.command().split(" ", 2)[0];
        if (!program.startsWith("./")) {
            Program.named(program);
        }
        ProgramResult result = shell().run(new byte[0], environment(), "-c", here(session.command()));
        String shown = session.output();
        if (shown == null) {
            assertThat(result.exitCode()).as(result.toString()).isZero();
            return;
        }
        assertThat(onTerminal(result).map(printed -> Shape.of(there(printed))))
                .as(shown)
                .anyMatch(printed -> Shape.isExactly(shown, printed));
    }

    /** A terminal shows both streams; what came first is not known here. */
    private static Stream<String> onTerminal(ProgramResult result) {
        // Where its output is no terminal, our client says a failure on standard error once more.
        return result.out().contains(result.err())
                ? Stream.of(result.out())
                : Stream.of(result.out() + result.err(), result.err() + result.out());
    }

    private void start(Session session) {
        String program = session.command().split(" --")[0];
        for (Server earlier : servers) {
            if (earlier.program().equals(program)) {
                earlier.stop();
            }
        }
        RunningProgram running = shell().start(environment(), "-c", "exec " + here(session.command()));
        String shown = session.output() == null ? READY : session.output();
        Server server = new Server(program, running, new ArrayList<>(List.of(firstLines(shown))));
        servers.add(server);
        latest = server;
        await(server);
        server.shown().set(0, shown);
    }

    /** What a server prints before anybody has asked it anything. */
    private static String firstLines(String output) {
        int requests = output.indexOf("\nRequest from");
        int numbered = output.indexOf("\n-----");
        int end = Math.max(requests, numbered);
        return end < 0 ? output : output.substring(0, end);
    }

    private void goOn(Session session) {
        Server server = latest;
        if (server == null) {
            throw new IllegalStateException(session + ": no server has been started");
        }
        String shown = Objects.requireNonNull(session.output(), "what goes on is shown");
        if (shown.equals("^C")) {
            server.stop();
            return;
        }
        List<String> all = new ArrayList<>(server.shown());
        all.add(shown);
        server.shown().clear();
        server.shown().addAll(all);
        await(server);
    }

    private void await(Server server) {
        server.running()
                .await(
                        "what the README shows",
                        running -> Shape.contains(server.shown(), Shape.of(there(running.err() + running.out()))));
    }

    private Program shell() {
        return Program.named("bash").in(folder);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", home.toString()),
                Map.entry("CURL_HOME", home.toString()),
                Map.entry("XDG_STATE_HOME", ""),
                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                Map.entry("HELLOWIRE_ARCHIVES", "off"),
                Map.entry("HTTP_PORT", ports.get("8080")),
                Map.entry("HTTPS_PORT", ports.get("8443")),
                Map.entry("HELLOWIRE_HOST", address),
                Map.entry("HELLOWIRE_REPORT", "text"), // a reader has a terminal
                Map.entry(
                        "PATH", System.getProperty("java.home") + "/bin" + File.pathSeparator + System.getenv("PATH")),
                Map.entry("PYTHONUNBUFFERED", "1"),
                Map.entry("LC_ALL", "C.UTF-8"));
    }

    private String here(String text) {
        String here = text.replace(ADDRESS, address);
        for (Map.Entry<String, String> port : ports.entrySet()) {
            here = here.replaceAll("\\b" + port.getKey() + "\\b", port.getValue());
        }
        return here;
    }

    private String there(String text) {
        String there = text.replace(address, ADDRESS).replace(home.toString(), HOME);
        for (Map.Entry<String, String> port : ports.entrySet()) {
            there = there.replaceAll("\\b" + port.getValue() + "\\b", port.getKey());
        }
        return there;
    }

    /** A port that was free a moment ago, below those that the system gives to the thousands of clients of other tests. */
    private static String freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return String.valueOf(socket.getLocalPort());
            } catch (BindException e) {
                // Taken: another one will do.
            }
        }
    }

    @Override
    public void close() throws IOException {
        servers.forEach(Server::stop);
        for (String ours : OURS) {
            Files.delete(folder.resolve(ours));
        }
    }

    /**
     * A server in a terminal of its own.
     *
     * @param program what was typed to start it, without its options
     * @param shown what the README shows of its output until now
     */
    private record Server(String program, RunningProgram running, List<String> shown) {

        void stop() {
            running.terminate();
            running.await(TO_STOP);
        }
    }
}
