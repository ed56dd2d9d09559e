package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says nginx makes of a request is what the server's journal shows. */
class ProxyIT {

    private static final Pattern READY = Pattern.compile("ready http=(\\d+) ");

    @TempDir
    private Path folder;

    @Test
    void theServerGetsWhatTheReadmeShows() throws IOException {
        Program nginx = Program.named("nginx");
        Program curl = Program.named("curl");
        String location = fence("nginx");
        String shown = fence("http");
        try (RunningProgram server = Program.java("-jar", jar()).start("--http-port=0", "--no-https")) {
            String port = server.awaitMatch(READY).group(1);
            String proxy = freePort();
            Path conf = Files.writeString(folder.resolve("nginx.conf"), conf(proxy, location.replace("8080", port)));
            try (RunningProgram running =
                    nginx.start("-c", conf.toString(), "-p", folder.toString(), "-e", "stderr", "-g", "daemon off;")) {
                curl.succeed(
                        "--silent",
                        "--retry",
                        "20",
                        "--retry-connrefused",
                        "--retry-delay",
                        "1",
                        "-H",
                        "X-Odd: 1",
                        "-H",
                        "x-odd:  2",
                        "http://127.0.0.1:" + proxy + "/a/x%2Fy");
                server.awaitText("x-odd");
                assertThat(asShown(server.out(), port)).contains(shown);
                running.terminate();
            }
        }
    }

    private static String asShown(String journal, String port) {
        return journal.replace(port, "8080").replaceAll("curl/[\\d.]+", "curl/7.88.1");
    }

    private String conf(String port, String location) {
        return """
                pid nginx.pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    server {
                        listen 127.0.0.1:%s;
                        %s
                    }
                }
                """.formatted(port, location);
    }

    private static String fence(String language) throws IOException {
        Matcher fence =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(Readme.FILE));
        assertThat(fence.find()).as("a fence marked " + language).isTrue();
        return fence.group(1);
    }

    private static String jar() {
        return Readme.ROOT.resolve("server/target/hellowire-server.jar").toString();
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
