package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hellowire.client.cli.ClientRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several addresses, some of them dead: every attempt is in the report. */
class HappyEyeballsIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    /** How long an address is waited for before the next is tried (RFC 8305 section 5). */
    private static final long DELAY_MICROS = 250_000;

    @Test
    void aSilentIpv6AddressCostsTheDelayAndNoMore() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                FullListener silent = new FullListener("::1", server.port())) {
            assertThat(silent.port()).isEqualTo(server.port());

            JsonNode attempts = fetch(server, "[::1],127.0.0.1").get("attempts");

            JsonNode first = attempts.get(0);
            JsonNode second = attempts.get(1);
            assertThat(first.get("result").asText()).isEqualTo("cancelled");
            assertThat(second.get("result").asText()).isEqualTo("connected");
            assertThat(begin(second) - begin(first)).isGreaterThanOrEqualTo(DELAY_MICROS);
            assertThat(end(first)).isGreaterThanOrEqualTo(end(second));
        }
    }

    @Test
    void theReportShowsTheSilentAddressAsGivenUp() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                FullListener silent = new FullListener("::1", server.port())) {
            ClientRun run = ClientRun.of(
                    "--resolve",
                    "many.test:" + silent.port() + ":[::1],127.0.0.1",
                    "http://many.test:" + server.port() + "/");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.words())
                    .containsPattern("1 \\[::1]:\\d+ - \\+[\\d.]+ ms [\\d.]+ ms abandoned: another one was faster")
                    .containsPattern("2 127.0.0.1:\\d+ ok \\+[\\d.]+ ms [\\d.]+ ms from 127.0.0.1:");
        }
    }

    @Test
    void anAddressThatRefusesIsFollowedByTheNextAtOnce() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            JsonNode attempts = fetch(server, "[::1],127.0.0.1").get("attempts");

            assertThat(attempts.get(0).get("error").asText()).isEqualTo("connection_refused");
            assertThat(begin(attempts.get(1))).isGreaterThanOrEqualTo(end(attempts.get(0)));
            assertThat(attempts.get(1).get("result").asText()).isEqualTo("connected");
        }
    }

    @Test
    void theFamiliesTakeTurns() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            JsonNode attempts = fetch(server, "[::1],[::1],127.0.0.1").get("attempts");

            assertThat(attempts.get(1).get("ip").asText()).isEqualTo("127.0.0.1");
            assertThat(attempts.get(2).get("result").asText()).isEqualTo("not_tried");
        }
    }

    @Test
    void allAddressesAreTriedWhenAsked() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            JsonNode attempts =
                    fetch(server, "127.0.0.1,127.0.0.2", "--all-addresses").get("attempts");

            assertThat(attempts.get(0).get("result").asText()).isEqualTo("connected");
            assertThat(attempts.get(1).get("error").asText()).isEqualTo("connection_refused");
        }
    }

    @Test
    void whenAllAreDeadEveryReasonIsNamed() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("--resolve", "many.test:1:[::1],127.0.0.1,127.0.0.2", "http://many.test:1/");

            assertThat(run.exit()).isEqualTo(7);
            assertThat(run.out().replaceAll("\\s+", " "))
                    .contains("[::1]:1, 127.0.0.1:1, 127.0.0.2:1: connection refused");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void whenAllAreDeadSilenceIsNamedBesideRefusal() throws IOException {
        try (FullListener silent = new FullListener("::1", 0)) {
            String at = ":" + silent.port();
            ClientRun run = ClientRun.of(
                    "--connect-timeout",
                    "0.5",
                    "--resolve",
                    "many.test" + at + ":[::1],127.0.0.1",
                    "http://many.test" + at + "/");

            assertThat(run.exit()).as(run.out()).isEqualTo(7);
            assertThat(run.words())
                    .contains("FAILED in connect: [::1]" + at + ": no answer (a firewall drops the packets")
                    .contains("; 127.0.0.1" + at + ": connection refused");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--no-race --connect-timeout 1.5, failed",
        "--no-race --max-time 3, failed",
        "--connect-timeout 1.5 --attempt-delay 2000, cancelled"
    })
    void aSilentAddressLeavesTimeForTheNext(String options, String silence) throws IOException {
        try (RawServer server = RawServer.answering(OK);
                FullListener silent = new FullListener("::1", server.port())) {
            JsonNode transfer = fetch(server, "[::1],127.0.0.1", options.split(" "));

            assertThat(silent.port()).isEqualTo(server.port());
            assertThat(transfer.get("attempts").get(0).get("result").asText()).isEqualTo(silence);
            assertThat(transfer.get("attempts").get(1).get("result").asText()).isEqualTo("connected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--connect-timeout 0.3", "--connect-timeout 0.001", "--max-time 0.001"})
    void whenNobodyAnswersItIsATimeout(String option) throws IOException {
        try (FullListener silent = new FullListener("127.0.0.1", 0)) {
            String[] limit = option.split(" ");
            ClientRun run = ClientRun.of(limit[0], limit[1], "http://127.0.0.1:" + silent.port() + "/");

            assertThat(run.exit()).as(run.out()).isEqualTo(28);
            assertThat(run.words()).contains("FAILED in connect: 127.0.0.1:" + silent.port() + ": no answer");
        }
    }

    @Test
    void whenTheTimeIsUpThatIsTheReasonWhateverElseFailed() throws IOException {
        try (FullListener silent = new FullListener("::1", 0)) {
            String at = ":" + silent.port();
            ClientRun run = ClientRun.of(
                    "--max-time",
                    "0.5",
                    "--resolve",
                    "many.test" + at + ":127.0.0.1,[::1]",
                    "http://many.test" + at + "/");

            assertThat(run.exit()).as(run.out()).isEqualTo(28);
            assertThat(run.words())
                    .contains("127.0.0.1" + at + ": connection refused")
                    .contains("[::1]" + at + ": no answer in time");
        }
    }

    @Test
    void localhostIsBothLoopbackAddressesWithoutALookUp() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("http://localhost:" + server.port() + "/");

            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("1  ::1").contains("2  127.0.0.1").contains("RFC 6761");
        }
    }

    private static JsonNode fetch(RawServer server, String addresses, String... more) throws IOException {
        String url = "http://many.test:" + server.port() + "/";
        String[] arguments = new String[more.length + 4];
        System.arraycopy(more, 0, arguments, 0, more.length);
        arguments[more.length] = "--json";
        arguments[more.length + 1] = "--resolve";
        arguments[more.length + 2] = "many.test:" + server.port() + ":" + addresses;
        arguments[more.length + 3] = url;
        ClientRun run = ClientRun.of(arguments);
        assertThat(run.exit()).as(run.out()).isZero();
        return new ObjectMapper().readTree(run.out()).get("hops").get(0);
    }

    private static long begin(JsonNode attempt) {
        return attempt.get("start_us").asLong();
    }

    private static long end(JsonNode attempt) {
        return begin(attempt) + attempt.get("duration_us").asLong();
    }
}
