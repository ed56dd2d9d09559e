package io.hellowire.client.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one two three 12.4 ms            | 18 | one two three~  12.4 ms
            a body of 2 391 bytes            | 12 | a body of~  2 391 bytes
            after 1 chunk, 5 bytes           | 16 | after 1 chunk,~  5 bytes
            the 2 of them                    | 5  | the~  2 of~  them
            """)
    void aNumberStaysWithItsUnit(String text, int columns, String lines) {
        assertThat(String.join("~", Page.wrap(text, columns, 2))).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            names   DNS:a.example.com, DNS:b.example.com | 18
            ok  trusted, and valid for "example.com"     | 14
            no column here that counts for anything      | 12
            """)
    void linesGoOnUnderTheirText(String text, int column) {
        Page page = new Page(Style.plain(40));
        page.line(text);

        assertThat(page.toString().lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(" {" + column + "}\\S.*"));
    }
}
