package io.hellowire.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.LocaleC;
import io.hellowire.testkit.RunningProgram;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the locale C, too, the greeting is the one that was typed. */
class LocaleIT {

    private static final String MAIN = "io.hellowire.server.cli.Main";
    private static final String WORD = "Gr\u00fc\u00dfe \u65e5\ud83d\ude00";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void argumentsAreReadAsTheyWereTyped(Path java) throws Exception {
        assertThat(greeting(java, Map.of(), "--greeting", WORD)).isEqualTo(WORD);
    }

    @ParameterizedTest
    @MethodSource("io.hellowire.testkit.LocaleC#javas")
    void variablesToo(Path java) throws Exception {
        assertThat(greeting(java, Map.of("HELLOWIRE_GREETING", WORD))).isEqualTo(WORD);
    }

    private String greeting(Path java, Map<String, String> variables, String... arguments) throws Exception {
        String[] ports = {"--http-port", "0", "--https-port", "0", "--state-dir", folder.toString()};
        String[] all = Stream.concat(Stream.of(ports), Stream.of(arguments)).toArray(String[]::new);
        try (RunningProgram running =
                LocaleC.program(java, MAIN, variables, all).start()) {
            String port =
                    running.awaitMatch(Pattern.compile("ready http=(\\d+)")).group(1);
            try (InputStream body =
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openStream()) {
                return new String(body.readAllBytes(), UTF_8).strip();
            }
        }
    }
}
