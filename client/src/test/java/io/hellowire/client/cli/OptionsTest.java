package io.hellowire.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.cli.Variables;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** What the command line and the variables give, seen in the request that would be sent. */
class OptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -X PUT                                    | PUT / HTTP/1.1
                    --request=PUT                             | PUT / HTTP/1.1
                    -I                                        | HEAD / HTTP/1.1
                    -0                                        | GET / HTTP/1.0
                    --http1.0=true                            | GET / HTTP/1.0
                    --http1.0=false                           | GET / HTTP/1.1
                    -d a=1 --data-raw @b -d c                 | 8 of them body
                    -da=1 --json-body {} -d b                 | > Content-Type: application/json >
                    --data-urlencode a=ü                      | 8 of them body
                    -G -d a=1 -d b=2                          | GET /?a=1&b=2 HTTP/1.1
                    -G --data-urlencode q=a&b=c -I            | HEAD /?q=a%26b%3Dc HTTP/1.1
                    -F a=1 -F b=2;type=text/css               | Content-Type: multipart/form-data; boundary=----
                    -T -                                      | PUT / HTTP/1.1
                    -r 0-4 -e http://from/                    | > Range: bytes=0-4 > User-Agent:
                    -fsSL -N -# -g -q -q                      | nothing was sent
                    --no-silent --no-globoff --buffer         | GET / HTTP/1.1
                    --url http://127.0.0.1:2/                 | Host: 127.0.0.1:2
                    --json {} -X POST -X PUT                  | PUT / HTTP/1.1
                    -H A:1 -H B:2                             | > A: 1 > B: 2
                    -H A:1 -H A:2                             | > A: 1 > A: 2
                    --profile curl -A foo                     | > User-Agent: foo > Accept: */* >
                    -A foo -H User-Agent:bar                  | > Accept: */* > Connection: close > User-Agent: bar >
                    -A foo -H user-agent:                     | > Accept: */* > Connection: close >
                    --profile browser -H accept:a             | Chrome/140.0.0.0 Safari/537.36 > Accept-Language: en-US,en;q=0.9 > accept: a >
                    --json-body {} -H Accept:a                | > Accept: a >
                    -d a=1 -H Transfer-Encoding:chunked       | 13 of them body
                    -d a=1 -d b=2                             | 7 of them body
                    --compressed                              | Accept-Encoding: gzip
                    --profile MicroPython                     | GET / HTTP/1.0
                    """)
    void optionsAreReadFromTheCommandLine(String options, String shown) {
        ClientRun run = dryRun(Map.of(), options);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.words()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "HELLOWIRE_REQUEST, PUT, PUT / HTTP/1.1",
        "HELLOWIRE_HEADER, A: b, A: b",
        "HELLOWIRE_HTTP1_0, true, GET / HTTP/1.0",
        "HELLOWIRE_HTTP1_0, false, GET / HTTP/1.1",
        "HELLOWIRE_COMPRESSED, true, Accept-Encoding: gzip",
    })
    void optionsAreReadFromVariables(String variable, String value, String shown) {
        assertThat(dryRun(Map.of(variable, value), "").words()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "true, --http1.0, GET / HTTP/1.0",
        "false, --http1.0, GET / HTTP/1.0",
        "true, --http1.0=false, GET / HTTP/1.1",
        "yes, '', GET / HTTP/1.0",
        "off, '', GET / HTTP/1.1",
    })
    void aFlagMeansTheSameWhateverItsVariable(String value, String options, String shown) {
        assertThat(dryRun(Map.of("HELLOWIRE_HTTP1_0", value), options).words()).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "false"})
    void aNegatedFlagIsOffAndTheOtherOn(String value) {
        Map<String, String> variable = Map.of("HELLOWIRE_COMPRESSED", value);

        assertThat(dryRun(variable, "--compressed").out()).contains("Accept-Encoding");
        assertThat(dryRun(variable, "--no-compressed").out()).doesNotContain("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({"--progress-bar, true", "--no-progress-bar, false", "--quiet, true"})
    void theBarIsShownUnlessItIsNegated(String option, boolean shown) {
        ParseResult parsed = Main.command().parseArgs(option, "http://127.0.0.1:1/");

        assertThat(parsed.commandSpec().findOption("--progress-bar").<Boolean>getValue())
                .isEqualTo(shown);
    }

    @Test
    void helpAndVersionHaveNoVariables() {
        assertThat(dryRun(Map.of("HELLOWIRE_VERSION", "1.2.3", "HELLOWIRE_HELP", "me"), "")
                        .out())
                .contains("nothing was sent");
    }

    @Test
    void theCommandLineCountsMoreThanAVariable() {
        assertThat(dryRun(Map.of("HELLOWIRE_REQUEST", "PUT"), "-X POST").out()).contains("POST / HTTP/1.1");
        assertThat(dryRun(Map.of("HELLOWIRE_HEADER", "A:1"), "-H B:2").out())
                .contains("B: 2")
                .doesNotContain("A: 1");
    }

    @Test
    void twoFilesForOneContentAreRefused() {
        ClientRun run = dryRun(Map.of(), "-o a -o b");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "hellowire-client: --output, --remote-name: 2 of them for 1 URL (expected: one for each URL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --view nothing                | option '--view': expected one of [TEXT, HEX, BOTH, NONE]
                    --max-redirs many             | option '--max-redirs': 'many' is not an int
                    --max-time soon               | option '--max-time': soon (expected: a duration such as 10s
                    --http1.0=maybe               | option '--http1.0': 'maybe' is not a boolean
                    --trace-ascii -               | --trace-ascii: is not supported (expected: -v, -vv or --capture FILE)
                    -K file                       | --config: is not supported (expected: the options themselves
                    --netrc                       | --netrc: is not supported (expected: -u USER:PASSWORD)
                    -Z                            | --parallel: is not supported (expected: one command after the other)
                    --next                        | --next: is not supported (expected: one command after the other)
                    --insecur                     | Unknown option: '--insecur'
                    -n                            | Missing required parameter for option '--bytes' (N|all)
                    """)
    void whatIsWrongIsSaidInOneLine(String options, String message) {
        ClientRun run = dryRun(Map.of(), options);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("hellowire-client: ").contains(message);
    }

    @Test
    void aUrlIsMissed() {
        ClientRun run = ClientRun.of();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("hellowire-client: Missing required parameter: 'URL'\n");
    }

    @Test
    void everyOptionHasALongNameAfterWhichItsVariableIsCalled() {
        assertThat(Main.command().getCommandSpec().options())
                .extracting(Variables::variable)
                .contains("HELLOWIRE_MAX_TIME", "HELLOWIRE_ATTEMPT_DELAY")
                .doesNotHaveDuplicates();
    }

    private static ClientRun dryRun(Map<String, String> environment, String options) {
        String[] arguments = Stream.concat(
                        Stream.of("--dry-run", "http://127.0.0.1:1/"),
                        Arrays.stream(options.split(" ")).filter(option -> !option.isEmpty()))
                .toArray(String[]::new);
        return ClientRun.with(environment, "", arguments);
    }
}
