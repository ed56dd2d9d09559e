package io.hellowire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the locale of the test; {@code \ufffd} is lost in each. */
class AsTypedTest {

    private static final String[] TYPED = {"", "-d", "caf\u00e9 \ufffd", "", "\u65e5\u672c", "\ud83d\ude00\ufffd=\n", ""
    };

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"java\0Main\0", "/usr/bin/java\0-XX:+UseSerialGC\0-jar\0\u00e9.jar\0", ""})
    void theLastArgumentsOfTheProcessAreThoseOfMain(String before) throws IOException {
        assertThat(AsTyped.arguments(file(before + joined(TYPED)), decoded(TYPED)))
                .containsExactly(TYPED);
    }

    @Test
    void theseCannotBeKnown() throws IOException {
        String lost = "caf\ufffd";
        byte[] latin = {'x', 0, 'c', 'a', 'f', (byte) 0xe9, 0};
        Path notUtf8 = Files.write(directory.resolve("latin"), latin);

        for (Path file : new Path[] {
            file("java\0@arguments\0"), file("java\0x\0other\0"), file(""), directory.resolve("none"), notUtf8
        }) {
            assertThatThrownBy(() -> AsTyped.arguments(file, "x", lost))
                    .as(file.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "argument 2: characters that are lost in the locale \\S+ \\(expected: UTF-8, .*");
        }
    }

    @Test
    void whatJavaCouldDecodeIsAsItWas() {
        String[] arguments = {"-d", "caf\u00e9"};
        assertThat(AsTyped.arguments(directory.resolve("none"), arguments)).isSameAs(arguments);
    }

    @Test
    void variablesAreThoseOfTheProcess() throws IOException {
        Path file = file("HELLOWIRE_DATA=a=\u00e9\0OTHER=\u65e5\0NEW=x\0odd\0");
        Map<String, String> decoded = Map.of("HELLOWIRE_DATA", "a=\ufffd\ufffd", "OTHER", "\ufffd", "PATH", "/bin");

        assertThat(AsTyped.environment(file, decoded))
                .containsOnly(
                        Map.entry("HELLOWIRE_DATA", "a=\u00e9"),
                        Map.entry("OTHER", "\u65e5"),
                        Map.entry("PATH", "/bin"));
    }

    @Test
    void aVariableOfOursThatCannotBeKnownIsRefusedAndAnotherIsNot() {
        Path none = directory.resolve("none");

        assertThat(AsTyped.environment(none, Map.of("OTHER", "\ufffd"))).containsEntry("OTHER", "\ufffd");
        assertThatThrownBy(() -> AsTyped.environment(none, Map.of("HELLOWIRE_DATA", "\ufffd")))
                .hasMessageStartingWith("HELLOWIRE_DATA: characters that are lost in the locale ");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "proc", ""), content);
    }

    private static String joined(String... words) {
        return String.join("\0", words) + "\0";
    }

    private static String[] decoded(String... words) {
        Charset locale = Charset.forName(System.getProperty("sun.jnu.encoding"));
        return Stream.of(words)
                .map(word -> new String(word.getBytes(UTF_8), locale))
                .toArray(String[]::new);
    }
}
