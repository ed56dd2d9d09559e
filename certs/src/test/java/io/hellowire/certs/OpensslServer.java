package io.hellowire.certs;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code openssl s_server}, which sends whatever certificate it is given; closing it ends it. */
public final class OpensslServer implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("ACCEPT 127\\.0\\.0\\.1:(\\d+)");

    private final RunningProgram running;

    private OpensslServer(RunningProgram running) {
        this.running = running;
    }

    /** Serves {@code NAME.pem} with {@code NAME-key.pem} at a free port, and waits until it does. */
    public static OpensslServer start(Path directory, String name, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("s_server", "-accept", "127.0.0.1:0", "-www", "-cipher", "DEFAULT@SECLEVEL=0"));
        arguments.addAll(List.of("-cert", name + ".pem", "-key", name + "-key.pem"));
        arguments.addAll(List.of(more));
        Program openssl = Program.named("openssl").in(directory);
        return new OpensslServer(openssl.start(arguments.toArray(String[]::new)).awaitText("ACCEPT 127.0.0.1:"));
    }

    /** The port at 127.0.0.1. */
    public int port() {
        Matcher matcher = PORT.matcher(running.out());
        if (!matcher.find()) {
            throw new IllegalStateException("no port in: " + running.out());
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public void close() {
        running.close();
    }
}
