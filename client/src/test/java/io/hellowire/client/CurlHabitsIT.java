package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for curl: the same bytes go out, and the same exit code comes back, as with curl itself. */
class CurlHabitsIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
    private static final String MISSING =
            "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\ngone";
    private static final String MOVED =
            "HTTP/1.1 302 Found\r\nLocation: /ok\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @TempDir
    private static Path folder;

    /** {@code U} is the server, {@code F} a file of two lines, {@code O} one to be written, {@code _} a space. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "U/ok",
                "-s U/ok",
                "-sS U/ok",
                "-fsSL U/moved",
                "-L U/moved",
                "-f U/missing",
                "-sf U/missing",
                "-I U/ok",
                "-I -L U/moved",
                "-v U/ok",
                "-k U/ok",
                "-X DELETE U/ok",
                "-X PUT -d a=1 U/ok",
                "-d a=1 U/ok",
                "-d a=1 -d b=2 U/ok",
                "-da=1 U/ok",
                "-d @F U/ok",
                "-d '' U/ok",
                "--data-binary @F U/ok",
                "--data-raw @a U/ok",
                "--data-urlencode q=a&b=c U/ok",
                "--data-urlencode name@F U/ok",
                "-G -d a=1 U/ok",
                "-G --data-urlencode q=a&b U/ok?x=1",
                "-H A:_1 U/ok",
                "-H A; U/ok",
                "-H Accept: U/ok",
                "-H User-Agent:_x U/ok",
                "-H Host:_other U/ok",
                "-H Content-Type:_application/json -d {} U/ok",
                "-H Content-Type:_application/json -X POST --data-raw {} U/ok",
                "-H Transfer-Encoding:_chunked -d a U/ok",
                "-H Authorization:_Bearer_x U/ok",
                "--json {\"a\":1} U/ok",
                "--json @F U/ok",
                "-A me U/ok",
                "-A me -H User-Agent:_you U/ok",
                "-A '' U/ok",
                "-e http://from/ U/ok",
                "-u me:secret U/ok",
                "-u me:secret -X POST U/ok",
                "-b a=1 U/ok",
                "-L -b a=1 U/moved",
                "-c O U/ok",
                "-r 0-4 U/ok",
                "-o O U/ok",
                "-so O U/ok",
                "-F a=1 U/ok",
                "-F f=@F U/ok",
                "-F f=@F;type=text/css;filename=g -F a=b U/ok",
                "-T F U/ok",
                "-T F U/",
                "-0 U/ok",
                "--http1.1 U/ok",
                "-m 5 U/ok",
                "--connect-timeout 5 U/ok",
                "--max-redirs 0 -L U/moved",
                "--url U/ok",
                "-4 U/ok",
                "-g U/ok?a=[1]",
                "-N U/ok",
                "-# -o O U/ok",
                "--no-progress-meter U/ok",
                "-L -d a=1 U/moved",
                "-X POST U/ok",
                "--path-as-is U/a/../ok",
                "http://127.0.0.1:1/",
            })
    void sendTheSameAndEndTheSame(String line) throws IOException {
        Files.writeString(folder.resolve("file.txt"), "one\ntwo\n");
        Map<String, String> ours = Map.of("HELLOWIRE_REPORT", "", "HELLOWIRE_PROFILE", "curl");

        assertThat(said(line, words -> ClientRun.with(ours, "", words).exit()))
                .isEqualTo(said(line, words -> Program.named("curl").run(words).exitCode()));
    }

    /** What went out, but for what chance decides, and the exit code. */
    private static String said(String line, Run run) throws IOException {
        Relay relay = new Relay();
        try (RawServer server = RawServer.running(relay)) {
            relay.server = server;
            String url = server.url("");
            String[] words = Stream.of(line.split(" "))
                    .map(word -> word.equals("''") ? "" : word.replace('_', ' '))
                    .map(word -> word.startsWith("U/") ? url + word.substring(1) : word)
                    .map(word -> word.replace("F;", file() + ";").replaceAll("(?<=^|@)F$", file()))
                    .map(word -> word.equals("O") ? folder.resolve("written").toString() : word)
                    .toArray(String[]::new);
            int exit = run.exit(words);
            return (exit + "\n" + String.join("\n---\n", relay.all))
                    .replace(":" + server.port(), ":PORT")
                    .replaceAll("-{24}[0-9a-f]{16}", "BOUNDARY")
                    .replace("Expect: 100-continue\r\n", "") // only an older curl sends it with so little
                    .replaceAll("User-Agent: curl/[0-9.]+", "User-Agent: curl");
        }
    }

    private static String file() {
        return folder.resolve("file.txt").toString();
    }

    /** Keeps each request whole, and answers what its path asks for. */
    private static final class Relay implements RawServer.Script {

        private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)");

        private final List<String> all = new CopyOnWriteArrayList<>();
        private @Nullable RawServer server;

        @Override
        public void serve(Socket socket, InputStream in, OutputStream out) throws IOException {
            List<String> heads = Objects.requireNonNull(server).requests();
            String head = heads.get(heads.size() - 1);
            all.add(head + body(head, in));
            String answer = head.contains("/missing ") ? MISSING : head.contains("/moved ") ? MOVED : OK;
            out.write((head.startsWith("HEAD") ? answer.substring(0, answer.indexOf("\r\n\r\n") + 4) : answer)
                    .getBytes(ISO_8859_1));
        }

        private static String body(String head, InputStream in) throws IOException {
            Matcher length = LENGTH.matcher(head);
            if (length.find()) {
                return new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1);
            }
            StringBuilder chunks = new StringBuilder();
            while (head.contains("chunked") && !chunks.toString().endsWith("0\r\n\r\n")) {
                chunks.append((char) in.read());
            }
            return chunks.toString();
        }
    }

    private interface Run {
        int exit(String... words);
    }
}
