package io.hellowire.client;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** nginx, serving a folder. */
final class Nginx implements AutoCloseable {

    private final RunningProgram program;
    private final int port = Ports.free();

    Nginx(Path folder, String more) throws IOException {
        Path home = Files.createTempDirectory(folder, "nginx");
        Path configuration = Files.writeString(home.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid %1$s/pid;
                error_log stderr notice;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
                  uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  types { text/html html; }
                  default_type application/octet-stream;
                  server { listen 127.0.0.1:%2$d; root %3$s; %4$s }
                }
                """.formatted(home, port, folder, more));
        this.program =
                Program.named("nginx").start("-p", home.toString(), "-c", configuration.toString(), "-e", "stderr");
        awaitPort(program, port);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Waits until somebody listens there, or the program has ended. */
    static void awaitPort(RunningProgram program, int port) {
        for (int i = 0; i < 500 && program.isAlive(); i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        throw new AssertionError("nobody listens on port " + port + "\n" + program.out() + program.err());
    }

    @Override
    public void close() {
        program.close();
    }
}
