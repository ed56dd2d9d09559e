package io.hellowire.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT | Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 6 Nov 1994 09:49:37 +0100 | Sun, 06 Nov 1994 08:49:37 GMT",
                "1994-11-06                    | Sun, 06 Nov 1994 00:00:00 GMT",
                "1994-11-06 08:49:37           | Sun, 06 Nov 1994 08:49:37 GMT",
                "1994-11-06T08:49              | Sun, 06 Nov 1994 08:49:00 GMT",
                "1994-11-06T08:49:37Z          | Sun, 06 Nov 1994 08:49:37 GMT",
                "19941106                      | Sun, 06 Nov 1994 00:00:00 GMT",
                "19941106 08:49:37             | Sun, 06 Nov 1994 08:49:37 GMT",
                "6 Nov 1994                    | Sun, 06 Nov 1994 00:00:00 GMT",
                "6 nov 1994 08:49              | Sun, 06 Nov 1994 08:49:00 GMT",
                "Nov 6, 1994                   | Sun, 06 Nov 1994 00:00:00 GMT",
            })
    void readsDatesOfManyShapes(String text, String date) throws StepException {
        assertThat(TimeCondition.parse(text)).isEqualTo(new HeaderChange("If-Modified-Since", date));
        assertThat(TimeCondition.parse("-" + text)).isEqualTo(new HeaderChange("If-Unmodified-Since", date));
    }

    @Test
    void aFileStandsForItsDate(@TempDir Path folder) throws IOException, StepException {
        Path file = Files.createFile(folder.resolve("a"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1994-11-06T08:49:37.9Z")));

        assertThat(TimeCondition.parse(file.toString()))
                .isEqualTo(new HeaderChange("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "tomorrow", "1994-13-01", "6 Foo 1994", "no/such/file"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> TimeCondition.parse(text))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("(expected: a file, or a date such as 2026-11-30");
    }
}
