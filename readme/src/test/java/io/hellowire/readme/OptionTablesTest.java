package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The tables of options say what the commands say. After a change of the commands this writes them anew:
 *
 * <pre>mvn test -pl readme -am -Dtest=OptionTablesTest -Dsurefire.failIfNoSpecifiedTests=false -Dreadme=rewrite</pre>
 */
class OptionTablesTest {

    private static final Path PAGE = Readme.ROOT.resolve("docs/options.md");
    private static final String END = "<!-- end -->";

    @Test
    void areWhatTheCommandsSay() throws IOException {
        String readme = Files.readString(PAGE);
        String right = readme;
        for (Map.Entry<String, List<String>> table : OptionTables.all().entrySet()) {
            right = with(right, "<!-- generated: " + table.getKey() + " -->", String.join("\n", table.getValue()));
        }
        if ("rewrite".equals(System.getProperty("readme"))) {
            Files.writeString(PAGE, right);
        } else {
            assertThat(readme)
                    .as("docs/options.md, whose tables -Dreadme=rewrite writes anew (see this test)")
                    .isEqualTo(right);
        }
    }

    private static String with(String text, String start, String table) {
        int from = text.indexOf(start);
        int to = text.indexOf(END, from);
        assertThat(from).as(start + " in docs/options.md").isNotNegative();
        return text.substring(0, from) + start + "\n\n" + table + "\n\n" + text.substring(to);
    }
}
