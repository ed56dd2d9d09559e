package io.hellowire.client.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.FetchReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the report looks like, letter by letter; the pictures are beside this class and in docs. */
class HumanReportTest {

    @ParameterizedTest(name = "{0} at {1} columns in {2}")
    @CsvSource({
        "successful, 80, ASCII",
        "successful, 120, ASCII",
        "successful, 80, UNICODE",
        "successful, 120, UNICODE",
        "failed, 80, ASCII",
        "failed, 120, UNICODE"
    })
    void looksLikeItsPicture(String example, int columns, Glyphs glyphs) throws Exception {
        FetchReport report = example.equals("successful") ? ExampleFetch.successful() : ExampleFetch.failed();

        String page = new HumanReport(style(columns, glyphs, false)).of(report);

        assertThat(page)
                .isEqualTo(picture(example + "-" + columns + "-" + glyphs.name().toLowerCase() + ".txt"));
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "120, 100", "60, 60", "40, 40", "20, 40"})
    void noLineIsWiderThanItMayBe(int columns, int widest) throws Exception {
        String page = new HumanReport(style(columns, Glyphs.ASCII, false)).of(ExampleFetch.successful());

        assertThat(page.lines().filter(line -> !line.matches(" {8}[<>].*"))) // these are as long as they came
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(widest));
    }

    @Test
    void colourAddsNothingButColour() throws Exception {
        FetchReport report = ExampleFetch.failed();

        String colored = new HumanReport(style(80, Glyphs.ASCII, true)).of(report);

        assertThat(colored).contains("\u001b[31m");
        assertThat(colored.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(new HumanReport(style(80, Glyphs.ASCII, false)).of(report));
    }

    @Test
    void thePageAboutTheClientShowsThePicture() throws IOException {
        assertThat(Files.readString(Path.of("../docs/client.md"))).contains(picture("successful-80-unicode.txt"));
    }

    private static Style style(int columns, Glyphs glyphs, boolean color) {
        return Style.on(new Style.Screen(columns, glyphs == Glyphs.UNICODE, color));
    }

    private static String picture(String name) throws IOException {
        try (InputStream in = HumanReportTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }
}
