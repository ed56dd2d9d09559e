package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to standard output when it is no terminal, as in {@code hellowire-client URL | jq}. */
class PipeIT {

    private static final String CONTENT = "{\"a\":1}".repeat(500);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: " + CONTENT.length() + "\r\n\r\n" + CONTENT;

    @Test
    void getsTheWholeContentAloneAndErrorsGetTheReport() throws IOException {
        ClientRun run = piped(OK);

        assertThat(run.out()).isEqualTo(CONTENT);
        assertThat(run.err()).contains("HTTP/1.1 200 OK", "REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--report=text", "-v", "-q", "--explain", "--show-crlf", "--show-certs", "-n 100", "--tls-only"})
    void getsTheReportThatIsAskedFor(String options) throws IOException {
        ClientRun run = piped(OK, options.split(" "));

        assertThat(run.out()).contains("OK").doesNotContain(CONTENT);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--report=json", "--json"})
    void getsTheReportAsJson(String option) throws IOException {
        assertThat(piped(OK, option).out()).startsWith("{\"").contains("\"status\":200");
    }

    @ParameterizedTest
    @CsvSource({
        "-s, false, false",
        "-sS, true, false",
        "-S, true, true",
        "--silent --no-silent, true, true",
    })
    void silenceIsAboutErrors(String options, boolean verdict, boolean report) throws IOException {
        ClientRun run = piped("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\ncut", options.split(" "));

        assertThat(run.exit()).isEqualTo(18);
        assertThat(run.out()).isEqualTo("cut");
        assertThat(run.err().contains("FAILED")).isEqualTo(verdict);
        assertThat(run.err().contains("REQUEST")).isEqualTo(report);
    }

    private static ClientRun piped(String answer, String... options) throws IOException {
        try (RawServer server = RawServer.answering(answer)) {
            List<String> arguments = new ArrayList<>(Arrays.asList(options));
            arguments.add(server.url("/"));
            return ClientRun.with(Map.of("HELLOWIRE_REPORT", ""), "", arguments.toArray(String[]::new));
        }
    }
}
