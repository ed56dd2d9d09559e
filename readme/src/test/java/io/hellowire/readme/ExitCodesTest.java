package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.step.ExitCode;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of exit codes has all of the client's, and no other. */
class ExitCodesTest {

    private static final Pattern NUMBER = Pattern.compile("\\| (\\d+) (?=\\|)");

    @Test
    void areAllInTheTable() throws IOException {
        Stream<Integer> shown =
                NUMBER.matcher(Readme.section("Exit codes")).results().map(match -> Integer.valueOf(match.group(1)));

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ExitCode.values()).map(ExitCode::number).toList());
    }
}
