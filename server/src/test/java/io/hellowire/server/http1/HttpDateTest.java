package io.hellowire.server.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HttpDateTest {

    @Test
    void isWrittenAsTheRfcShowsIt() {
        assertThat(HttpDate.of(Instant.parse("1994-11-06T08:49:37Z").getEpochSecond()))
                .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void hasTheEnglishNamesOfAllDaysAndMonths() {
        DateTimeFormatter english = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu 00:00:00 'GMT'", Locale.ENGLISH);
        LocalDate.of(2028, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .forEach(day -> assertThat(HttpDate.of(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC)))
                        .isEqualTo(english.format(day)));
    }
}
