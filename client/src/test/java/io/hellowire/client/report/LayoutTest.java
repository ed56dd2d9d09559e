package io.hellowire.client.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.FetchReport;
import io.hellowire.client.report.Style.Detail;
import io.hellowire.client.report.Style.Screen;
import io.hellowire.client.report.Style.View;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every report on a screen of any width. */
class LayoutTest {

    private static final int WIDEST = 100;
    private static final Pattern VERDICT = Pattern.compile("OK  |FAILED ");

    private record Shown(int columns, String page) {

        @Override
        public String toString() {
            return columns + " columns";
        }

        List<String> lines() {
            return page.lines().toList();
        }
    }

    static Stream<Shown> pages() throws Exception {
        List<FetchReport> reports =
                List.of(ExampleFetch.successful(), ExampleFetch.failed(), ExampleFetch.everything());
        List<Shown> pages = new ArrayList<>();
        for (int columns : IntStream.rangeClosed(40, 120).toArray()) {
            StringBuilder all = new StringBuilder();
            for (FetchReport report : reports) {
                for (View view : View.values()) {
                    Style style = new Style(new Screen(columns, false, false), view, true, Detail.MORE, true, false);
                    all.append(new HumanReport(style).of(report));
                }
            }
            all.append(new RepeatReport(Style.plain(columns)).summary(reports));
            pages.add(new Shown(columns, all.toString()));
        }
        return pages.stream();
    }

    /** But for what came over the wire, which is never folded, and for words that are longer than that themselves. */
    @ParameterizedTest
    @MethodSource("pages")
    void noLineIsWiderThanTheScreen(Shown shown) {
        int widest = Math.min(WIDEST, shown.columns);

        assertThat(shown.lines())
                .filteredOn(line -> line.length() > widest && !isRaw(line))
                .allSatisfy(line -> assertThat(line.strip()).doesNotContain(" "));
    }

    private static boolean isRaw(String line) {
        return line.matches(" {8}[<>].*") || line.matches(" {10}(<|Hello|more).*");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noNumberIsTornFromItsUnit(Shown shown) {
        List<String> lines = shown.lines();

        assertThat(IntStream.range(1, lines.size())
                        .filter(i -> lines.get(i - 1).matches(".*\\d")
                                && lines.get(i)
                                        .matches(" *(\\d{3}|ms|s|bytes?|days?|body|head|more|of|roots|chunks?)\\b.*"))
                        .mapToObj(i -> lines.get(i - 1) + "~" + lines.get(i)))
                .filteredOn(pair -> !isRaw(pair))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aVerdictGoesOnUnderItsText(Shown shown) {
        int indent = 0;
        for (String line : shown.lines()) {
            assertThat(line).startsWith(" ".repeat(indent));
            Matcher verdict = VERDICT.matcher(line);
            indent = verdict.lookingAt() ? verdict.end() : indent;
            indent = line.matches(".*exit \\d+") ? 0 : indent;
        }
    }
}
