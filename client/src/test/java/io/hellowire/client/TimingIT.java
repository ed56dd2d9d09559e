package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.client.tls.OwnServer;
import io.hellowire.client.tls.TlsOptions.Library;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A delay shows up in the phase in which it was made: at least that long there, and the phases add up. */
class TimingIT {

    private static final byte[] RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
    private static final long DELAY_MICROS = 300_000;

    @Test
    void aServerThatThinksMakesUsWait() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> {
            delay();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes());
        })) {
            JsonNode times = times(ClientRun.of("--json", server.url("/")));

            assertThat(times.get("wait").asLong()).isGreaterThan(DELAY_MICROS / 2);
            assertThat(times.get("body").asLong()).isLessThan(DELAY_MICROS / 2);
        }
    }

    @Test
    void aBodyThatTricklesIsBody() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no".getBytes());
            out.flush();
            delay();
            out.write('k');
        })) {
            assertThat(times(ClientRun.of("--json", server.url("/")))
                            .get("body")
                            .asLong())
                    .isGreaterThan(DELAY_MICROS / 2);
        }
    }

    @Test
    void aHandshakeThatIsNotAnsweredIsTls() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> in.readAllBytes())) {
            String url = "https://127.0.0.1:" + server.port() + "/";

            JsonNode times = times(ClientRun.of("--json", "--max-time", "0.4", url));

            assertThat(times.get("tls").asLong())
                    .isGreaterThan(times.get("total").asLong() / 2);
            assertThat(times.get("send").isNull()).isTrue();
        }
    }

    @Test
    void aNameServerThatIsSilentIsDns() throws IOException {
        try (Ports.Silent silent = new Ports.Silent()) {
            String server = "127.0.0.1:" + silent.port();

            JsonNode times =
                    times(ClientRun.of("--json", "--max-time", "0.4", "--dns-server", server, "http://slow.test/"));

            assertThat(times.get("dns").asLong())
                    .isGreaterThan(times.get("total").asLong() / 2);
            assertThat(times.get("connect").isNull()).isTrue();
        }
    }

    @Test
    void thePhasesFollowEachOther() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            JsonNode at = new ObjectMapper()
                    .readTree(ClientRun.of("--json", server.url("/")).out())
                    .get("hops")
                    .get(0)
                    .get("at_us");

            assertThat(at.get("connected").asLong())
                    .isLessThanOrEqualTo(at.get("sent").asLong());
            assertThat(at.get("sent").asLong())
                    .isLessThanOrEqualTo(at.get("end").asLong());
            assertThat(at.get("first_byte").asLong())
                    .isLessThanOrEqualTo(at.get("end").asLong());
        }
    }

    /** Rows that overlap, or leave something out, would not. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "slow", "large", "early", "cut"})
    void theRowsAddUpToTheTotal(String kind) throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> answer(kind, out))) {
            addUp(times(ClientRun.of(
                    "--json",
                    "--max-time",
                    "0.6",
                    "--bytes",
                    "all",
                    "--data",
                    "x".repeat(kind.equals("early") ? 8 << 20 : 1),
                    server.url("/"))));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void theRowsOfATlsFetchAddUpToTheTotal(Library library) throws Exception {
        try (OwnServer tls = OwnServer.by(library);
                RawServer server = RawServer.running((socket, in, out) -> tls.answer(socket, RESPONSE))) {
            String url = "https://127.0.0.1:" + server.port() + "/";

            addUp(times(ClientRun.of(
                    "--json", "-k", "--tls-provider", library.name().toLowerCase(Locale.ROOT), url)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWarmedUpIsAWholeFetch(Library library) throws Exception {
        try (OwnServer tls = OwnServer.by(library)) {
            assertThat(WarmUp.play(tls, Clock.systemUTC()).failure()).isNull();
        }
        assertThat(WarmUp.play(null, Clock.systemUTC()).failure()).isNull();
    }

    private static void addUp(JsonNode times) {
        long sum = 0;
        for (String row : List.of("dns", "connect", "proxy", "tls", "send", "wait", "body", "ours")) {
            sum += times.get(row).asLong();
        }

        assertThat(times.get("ours").asLong()).isNotNegative();
        assertThat(sum).isCloseTo(times.get("total").asLong(), Percentage.withPercentage(5));
    }

    private static void answer(String kind, OutputStream out) throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + (kind.equals("large") ? 1 << 20 : 2) + "\r\n\r\n";
        if (kind.equals("slow")) {
            delay();
        }
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[kind.equals("large") ? 1 << 20 : kind.equals("cut") ? 1 : 2]);
    }

    private static JsonNode times(ClientRun run) throws IOException {
        return new ObjectMapper().readTree(run.out()).get("hops").get(0).get("timing_us");
    }

    private static void delay() {
        long end = System.nanoTime() + DELAY_MICROS * 1000;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
