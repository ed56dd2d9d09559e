package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that would hide nothing is refused before anybody relies on it. */
@Timeout(60) // what is not refused starts a server
class RedactFlagTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization:",
                "Cookie;Authorization",
                "Cookie Authorization",
                "Cookie: secret",
                "Auth*",
                "*",
                "Authorization,,Cookie",
                "Cookie,",
                ",Cookie",
                " ",
                "\"Cookie\"",
                "[Cookie]",
                "C\u00f6\u00f6kie",
                "Cookie\0"
            })
    void whatIsNoNameOfAField(String names) {
        assertThat(run(Map.of(), "--redact", names)).isEqualTo(2);
        assertThat(run(Map.of(), "--redact=" + names)).isEqualTo(2);
        assertThat(run(Map.of("HELLOWIRE_REDACT", names))).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line ->
                        line.matches("hellowire-server: redact: \".*\" \\(expected: the name of a field, .*\\)"));
    }

    @Test
    void noNameAtAll() {
        assertThat(run(Map.of(), "--redact", "")).isEqualTo(2);
        assertThat(run(Map.of(), "--redact=")).isEqualTo(2);
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintWriter writer = new PrintWriter(err);
        return Main.run(writer, writer, environment, arguments);
    }
}
