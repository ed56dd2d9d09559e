package io.hellowire.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PacedRequestsIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nHello, wire!\n";
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void asksAsOftenAsItIsToldTo() throws IOException {
        try (CannedAnswers server = CannedAnswers.repeating(OK)) {
            Histogram times = new PacedRequests(RequestSize.CURL, 8).run(server.port(), 1_000, Duration.ofMillis(100));

            assertThat(times.getTotalCount()).isEqualTo(100);
            assertThat(server.asked()).isEqualTo(100);
        }
    }

    @Test
    void countsTheTimeThatARequestWaitedForItsTurn() throws IOException {
        Histogram times = new Histogram(3);
        try (CannedAnswers server = CannedAnswers.repeating(OK);
                Selector selector = Selector.open();
                PacedConnection connection =
                        PacedConnection.open(server.port(), RequestSize.CURL.head(), times, selector)) {
            long dueASecondAgo = System.nanoTime() - SECOND;
            for (int i = 0; i < 3; i++) {
                connection.ask(dueASecondAgo);
            }
            while (times.getTotalCount() < 3) {
                selector.select();
                selector.selectedKeys().clear();
                connection.receive();
            }
        }

        assertThat(times.getMinValue()).isGreaterThan(SECOND * 998 / 1000); // as exact as the histogram is
    }

    @Test
    void refusesAnAnswerThatIsNone() throws IOException {
        try (CannedAnswers server = CannedAnswers.repeating("HTTP/1.1 503 No\r\nContent-Length: 2\r\n\r\n!\n")) {
            assertThatThrownBy(() ->
                            new PacedRequests(RequestSize.CURL, 1).run(server.port(), 100, Duration.ofMillis(100)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("503 No")
                    .hasMessageContaining("expected: status 200");
        }
    }

    @Test
    void refusesAConnectionThatEnds() throws IOException {
        try (CannedAnswers server = CannedAnswers.repeating("")) {
            assertThatThrownBy(() ->
                            new PacedRequests(RequestSize.CURL, 1).run(server.port(), 100, Duration.ofMillis(100)))
                    .isInstanceOf(EOFException.class);
        }
    }
}
