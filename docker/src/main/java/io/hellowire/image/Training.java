package io.hellowire.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of everything in one process, of which the ahead-of-time cache is made when the image is built: a server, a
 * request of each kind, a stop. What is not used here starts as slowly as without a cache.
 */
final class Training {

    private static final PrintWriter OUT = new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true);
    private static final Pattern READY = Pattern.compile("ready http=(\\d+) https=(\\d+) .*");
    private static final int BANNER_CHARS = 1 << 16;

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        PipedReader banner = new PipedReader(BANNER_CHARS);
        PrintWriter err = new PrintWriter(new PipedWriter(banner), true);
        CompletableFuture<Integer> server =
                CompletableFuture.supplyAsync(() -> server(err, "--verbose", "--http-port=0", "--https-port=0"));
        Matcher ready = ready(new BufferedReader(banner));

        expectSuccess(server(OUT, "healthcheck", "--http-port", ready.group(1)));
        expectSuccess(server(OUT, "healthcheck", "--no-http", "--https-port", ready.group(2)));
        expectSuccess(client("http://127.0.0.1:" + ready.group(1) + "/"));
        expectSuccess(client("--insecure", "https://127.0.0.1:" + ready.group(2) + "/"));
        expectSuccess(io.hellowire.certs.cli.Main.run(OUT, OUT, "create"));

        new ProcessBuilder("sh", "-c", "kill -TERM " + ProcessHandle.current().pid()).start();
        expectSuccess(server.join());
    }

    private static int server(PrintWriter err, String... arguments) {
        return io.hellowire.server.cli.Main.run(OUT, err, Map.of(), arguments);
    }

    private static int client(String... arguments) {
        return io.hellowire.client.cli.Main.run(arguments);
    }

    private static Matcher ready(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            OUT.println(line);
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return ready;
            }
        }
        throw new IOException("the server ended (expected: " + READY + ")");
    }

    private static void expectSuccess(int exitCode) {
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode + " (expected: 0)");
        }
    }
}
