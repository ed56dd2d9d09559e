package io.hellowire.client;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** haproxy, speaking TLS in front of a port that does not. */
final class Haproxy implements AutoCloseable {

    private final RunningProgram program;
    private final int port = Ports.free();

    private Haproxy(Path folder, Path pem, int behind, String how) throws IOException {
        Path configuration = Files.writeString(folder.resolve("haproxy.cfg"), """
                defaults
                  timeout connect 5s
                  timeout client 5s
                  timeout server 5s
                listen tls
                  bind 127.0.0.1:%d ssl crt %s
                  server one 127.0.0.1:%d
                  %s
                """.formatted(port, pem, behind, how));
        this.program = Program.named("haproxy").start("-db", "-f", configuration.toString());
        Nginx.awaitPort(program, port);
    }

    /** Passes requests on, and says in each that it did. */
    static Haproxy passingRequests(Path folder, Path pem, int behind) throws IOException {
        return new Haproxy(folder, pem, behind, "mode http\n  http-request set-header X-Seen-By haproxy");
    }

    /** Passes bytes on, whatever they are. */
    static Haproxy passingBytes(Path folder, Path pem, int behind) throws IOException {
        return new Haproxy(folder, pem, behind, "mode tcp");
    }

    int port() {
        return port;
    }

    String url() {
        return "https://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        program.close();
    }
}
