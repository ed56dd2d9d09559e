package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Makes each trouble of the table in docs happen, and looks for the message that it says you see. */
class TroubleshootingIT {

    private static final Pattern ROWS = Pattern.compile("(?m)^\\| (`.*`) \\|.*\\|.*\\|$");
    private static final Pattern MESSAGE = Pattern.compile("`([^`]+)`");

    private static Trouble trouble;

    private final Map<String, Provoking> ways = Map.ofEntries(
            Map.entry("http port 8080: taken by another program", trouble::aPortThatIsTaken),
            Map.entry("Hellowire builds with JDK 17 or newer", trouble::anOldJdkForMaven),
            Map.entry("has been compiled by a more recent version of the Java Runtime", trouble::anOldJdkForAJar),
            Map.entry("no address (the system says:", trouble::aNameThatIsNone),
            Map.entry("connection refused (nothing listens on this port)", trouble::nobodyListening),
            Map.entry("no answer (a firewall drops the packets", trouble::packetsThatAreDropped),
            Map.entry("the certificate is self-signed, and not one of the", trouble::aCertificateThatIsNotTrusted),
            Map.entry("the certificate is not for", trouble::aCertificateForOtherNames),
            Map.entry("400 Bad Request: plain HTTP on a port that speaks TLS", trouble::plainHttpToTheHttpsPort),
            Map.entry("this port does not speak TLS", trouble::tlsToTheHttpPort),
            Map.entry("alert unknown_ca(48)", trouble::aClientThatDoesNotTrustUs),
            Map.entry("no private key", trouble::aCertificateWithoutItsKey));

    @BeforeAll
    static void start(@TempDir Path folder) {
        trouble = new Trouble(folder);
    }

    @AfterAll
    static void stop() {
        trouble.close();
    }

    @TestFactory
    Stream<DynamicTest> isSeenAsTheReadmeSays() throws IOException {
        return messages()
                .map(message -> DynamicTest.dynamicTest(message, () -> {
                    assertThat(ways).containsKey(message);
                    assertThat(ways.get(message).happen()).contains(message);
                }));
    }

    /** What the first column of the table shows. */
    private static Stream<String> messages() throws IOException {
        return ROWS.matcher(Readme.section("Troubleshooting"))
                .results()
                .flatMap(row -> MESSAGE.matcher(row.group(1)).results())
                .map(match -> match.group(1));
    }

    /** A way to get into trouble. */
    private interface Provoking {
        String happen() throws IOException;
    }
}
