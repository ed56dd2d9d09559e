package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Curl's variables besides those that CurlHabitsIT compares, which are the same in every run. */
class WriteOutIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    @Test
    void jsonHasWhatThatOfCurlHas() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            String[] words = {"-s", "-o", "/dev/null", "-w", "%{json}", server.url("/")};
            Map<String, String> curl =
                    values(Program.named("curl").succeed(words).out());
            Map<String, String> ours = values(quiet(words).out());

            curl.keySet().removeAll(Set.of("ftp_entry_path", "curl_version"));
            assertThat(ours).containsOnlyKeys(curl.keySet());
            curl.keySet().removeIf(name -> name.matches("time_.*|speed_.*|local_port|size_request|scheme"));
            assertThat(ours).containsAllEntriesOf(curl);
        }
    }

    @Test
    void timesGrowAndAreSeconds() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            String out = quiet(
                            "-s",
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{time_connect} %{time_pretransfer} %{time_starttransfer} %{time_total}",
                            server.url("/"))
                    .out();

            assertThat(out).matches("([0-9]+\\.[0-9]{6} ){3}[0-9]+\\.[0-9]{6}");
            assertThat(out.split(" ")).isSorted();
        }
    }

    @Test
    void whatCurlDoesNotKnowIsSaid() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = quiet("-s", "-w", "[%{no_such}]", server.url("/"));

            assertThat(run.exit()).isZero();
            assertThat(run.out()).isEqualTo("ok[]");
            assertThat(run.err()).contains("--write-out: %{no_such} (expected: a variable of curl's)");
        }
    }

    @Test
    void whatAPeerSendsIsPrintedSafely() throws IOException {
        try (RawServer server = RawServer.answering(OK.replace("close", "close\r\nContent-Type: a\u0007\u009b"))) {
            ClientRun run =
                    quiet("-s", "-o", "/dev/null", "-w", "%{content_type}%header{content-type}", server.url("/"));

            assertThat(run.out()).doesNotContain("\u0007", "\u009b");
        }
    }

    private static ClientRun quiet(String... words) {
        return ClientRun.with(Map.of("HELLOWIRE_REPORT", ""), "", words);
    }

    private static Map<String, String> values(String json) throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    values.put(name, parser.getText());
                }
            }
        }
        return values;
    }
}
