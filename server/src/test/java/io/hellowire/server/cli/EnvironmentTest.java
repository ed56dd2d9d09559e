package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.cli.Variables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Option;

class EnvironmentTest {

    private static final class Flags {

        @Option(names = "--http-port", defaultValue = "8080")
        private int port;

        @Option(names = "--no-http", fallbackValue = "true")
        private boolean noHttp;

        @Option(names = {"--cert", "--tls-cert"})
        private @Nullable String certificate;
    }

    private final Flags flags = new Flags();

    @Test
    void aFlagBeatsOurVariableBeatsTheCommonOneBeatsTheDefault() {
        Map<String, String> both = Map.of("HELLOWIRE_HTTP_PORT", "2", "HTTP_PORT", "3", "PORT", "4");
        assertThat(parse(both, "--http-port", "1").port).isEqualTo(1);
        assertThat(parse(both).port).isEqualTo(2);
        assertThat(parse(Map.of("HTTP_PORT", "3", "PORT", "4")).port).isEqualTo(3);
        assertThat(parse(Map.of("PORT", "4")).port).isEqualTo(4);
        assertThat(parse(Map.of()).port).isEqualTo(8080);
    }

    @Test
    void falseMeansFalse() {
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "false")).noHttp).isFalse();
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "0")).noHttp).isFalse();
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "true")).noHttp).isTrue();
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "1")).noHttp).isTrue();
    }

    @Test
    void aFlagMeansTheSameWhateverItsVariable() {
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "true"), "--no-http").noHttp)
                .isTrue();
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "false"), "--no-http").noHttp)
                .isTrue();
        assertThat(parse(Map.of("HELLOWIRE_NO_HTTP", "true"), "--no-http=false").noHttp)
                .isFalse();
    }

    /** Picocli would else make it the opposite of its variable. */
    @Test
    void everyFlagOfTheServerSaysWhatItMeans() {
        assertThat(Stream.of(new ServerCommand(Map.of()), new HealthCheckCommand())
                        .map(CommandLine::new)
                        .flatMap(command -> command.getCommandSpec().options().stream())
                        .filter(option -> option.type() == boolean.class)
                        .filter(option -> !option.usageHelp() && !option.versionHelp()))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.fallbackValue())
                        .as(option.longestName())
                        .isEqualTo("true"));
    }

    @Test
    void readsTheCertificateWhereOthersDo() {
        assertThat(parse(Map.of("HTTPS_CERT_FILE", "a.pem")).certificate).isEqualTo("a.pem");
        assertThat(parse(Map.of("HELLOWIRE_CERT", "b.pem")).certificate).isEqualTo("b.pem");
    }

    @Test
    void ignoresWhatKubernetesSetsForAServiceOfOurName() {
        assertThat(parse(Map.of("HELLOWIRE_PORT", "tcp://10.0.0.1:80")).port).isEqualTo(8080);
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(parse(Map.of("HELLOWIRE_HTTP_PORT", "", "PORT", "4")).port).isEqualTo(4);
    }

    @Test
    void everyOptionOfTheServerHasAVariableButTheForbiddenOne() {
        CommandLine server = new CommandLine(new ServerCommand(Map.of()));
        assertThat(server.getCommandSpec().options())
                .extracting(Variables::variable)
                .contains("HELLOWIRE_HTTP_PORT", "HELLOWIRE_STATE_DIR", "HELLOWIRE_CERT", "HELLOWIRE_QUIET")
                .doesNotContain("HELLOWIRE_PORT");
    }

    @Test
    void aVariableThatIsNoNumberIsToldInOneLine() {
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of("PORT", "many"), "--no-https");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse(""))
                .contains("--http-port")
                .contains("many");
    }

    private Flags parse(Map<String, String> variables, String... arguments) {
        new CommandLine(flags)
                .setDefaultValueProvider(new Variables(variables, Main.COMMON))
                .parseArgs(arguments);
        return flags;
    }
}
