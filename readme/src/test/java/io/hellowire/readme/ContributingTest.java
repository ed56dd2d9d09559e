package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture that CONTRIBUTING.md draws is the tree. */
class ContributingTest {

    private static final Path HOUSE = Path.of("..");

    @Test
    void theWalksPassByClassesThatAreThere() throws IOException {
        String walks = between("Three walks", "## The style");

        assertThat(sources()).containsAll(all("`([A-Z]\\w+)`", walks));
    }

    @Test
    void theModulesAreThere() throws IOException {
        List<String> modules = all("(?m)^(\\w+)/ ", between("## The house", "Packages are"));

        assertThat(modules)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(HOUSE.resolve(name)).isDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void thePackagesAreThoseOfTheTree(String module) throws IOException {
        String picture = between("\n" + module + "     ", "```");
        Path root = HOUSE.resolve(module).resolve("src/main/java/io/hellowire").resolve(module);
        Set<String> packages;
        try (Stream<Path> inside = Files.list(root)) {
            packages = inside.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }

        assertThat(all("(?m)^ *(\\w+)  ", picture)).containsExactlyInAnyOrderElementsOf(packages);
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            return files.filter(file -> file.toString().contains("src/main/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static String between(String begin, String end) throws IOException {
        String text = Files.readString(HOUSE.resolve("CONTRIBUTING.md"));
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
