package io.hellowire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java programs as cron starts them: in the locale C, with arguments and variables in UTF-8. A shell makes their bytes,
 * since the locale of the test itself may have none for them.
 */
public final class LocaleC {

    private LocaleC() {}

    /** The Java that runs this test, and those of other ages that are on this machine. */
    public static Stream<Path> javas() {
        return Stream.of(
                        Path.of(System.getProperty("java.home")),
                        Path.of("/usr/lib/jvm/java-17-openjdk-amd64"),
                        Path.of("/usr/lib/jvm/temurin-25-jdk-amd64"))
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .distinct();
    }

    /** A program of this test's class path, all its variables and arguments given. */
    public static Program program(Path java, String main, Map<String, String> variables, String... arguments) {
        String assigned = variables.entrySet().stream()
                .map(one -> one.getKey() + "=" + quoted(one.getValue()) + " ")
                .collect(Collectors.joining());
        String words = Stream.of(arguments).map(LocaleC::quoted).collect(Collectors.joining(" "));
        String line = assigned + "LC_ALL=C exec \"$0\" -cp \"$1\" " + main + " " + words;
        return Program.named("bash").with("-c", line, java.toString(), System.getProperty("java.class.path"));
    }

    /** Each byte in octal, as bash reads it. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        for (byte one : text.getBytes(UTF_8)) {
            quoted.append('\\').append(String.format(Locale.ROOT, "%03o", one & 0xff));
        }
        return quoted.append('\'').toString();
    }
}
