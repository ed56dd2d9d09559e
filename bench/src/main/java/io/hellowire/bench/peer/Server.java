package io.hellowire.bench.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Cores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A server that is up and answers. */
public final class Server implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(1);
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1);

    private final Site site;
    private final Child process;

    private Server(Site site, Child process) {
        this.site = site;
        this.process = process;
    }

    /** Starts it on the measured core, and returns when it has answered. */
    public static Server start(Peer peer, KeyKind key, Cores cores) throws IOException {
        Site site = peer.settle(key);
        return start(site, cores.measured(peer.commandIn(site)));
    }

    /** Starts the command of a settled site, and returns when it has answered. */
    public static Server start(Site site, List<String> command) throws IOException {
        Child process = Child.start(command, site.folder(), site.folder().resolve("output.txt"));
        Server server = new Server(site, process);
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!server.answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                String output = Files.readString(site.folder().resolve("output.txt"), ISO_8859_1);
                server.close();
                throw new IllegalStateException(command + ": no answer (expected: within a minute)\n" + output);
            }
            pause();
        }
        return server;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.http())) {
            socket.setSoTimeout((int) DEADLINE.toMillis());
            socket.getOutputStream().write(REQUEST);
            return new String(socket.getInputStream().readNBytes(7), ISO_8859_1).equals("HTTP/1.");
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server was starting", e);
        }
    }

    /** Where it lives. */
    public Site site() {
        return site;
    }

    /** The process behind it. */
    public Child process() {
        return process;
    }

    @Override
    public void close() throws IOException {
        process.close();
        site.close();
    }
}
