package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hellowire.client.cli.ClientRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Several addresses, some of them dead: every attempt is in the report. */
class HappyEyeballsIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    /** Discard-only (RFC 6666): there is no way to it from here, or packets to it are lost. */
    private static final String DEAD_IPV6 = "[100::1]";

    @Test
    void aDeadIpv6AddressDoesNotKeepALiveIpv4OneFromBeingUsed() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            JsonNode hop = fetch(server, DEAD_IPV6 + ",127.0.0.1");

            JsonNode attempts = hop.get("attempts");
            assertThat(attempts).hasSize(2);
            assertThat(attempts.get(0).get("ip").asText()).isEqualTo("100::1");
            assertThat(attempts.get(0).get("result").asText()).isIn("failed", "cancelled");
            assertThat(attempts.get(1).get("result").asText()).isEqualTo("connected");
        }
    }

    @Test
    void anAddressThatRefusesIsFollowedByTheNextAtOnce() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            JsonNode attempts = fetch(server, "[::1],127.0.0.1").get("attempts");

            assertThat(attempts.get(0).get("error").asText()).isEqualTo("connection_refused");
            long end = attempts.get(0).get("start_us").asLong()
                    + attempts.get(0).get("duration_us").asLong();
            assertThat(attempts.get(1).get("start_us").asLong()).isGreaterThanOrEqualTo(end);
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
                    .contains("[::1]:1: connection refused")
                    .contains("127.0.0.1:1: connection refused")
                    .contains("127.0.0.2:1: connection refused");
            assertThat(server.requests()).isEmpty();
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
}
