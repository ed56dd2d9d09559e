package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar that people run, with nothing else on the class path. */
class JarIT {

    private static final Path JAR = Path.of("target/hellowire-certs.jar").toAbsolutePath();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "0, --version",
        "0, --help",
        "0, create --help",
        "0, completion",
        "0, create --ip 127.0.0.1",
        "0, ca",
        "1, create --ca none",
        "1, renew none.pem",
        "1, trust none.pem",
        "2, create --key dsa",
        "2, no-such-command"
    })
    void endsWithTheExitCodeThatTellsHowItWent(int exitCode, String arguments) {
        ProgramResult result = certs(arguments.split(" "));

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
        assertThat(exitCode == 0 ? result.err() : result.out()).isEmpty();
        assertThat(result.err()).doesNotContain("\tat ");
    }

    /** The wire's heads and sockets come with Netty, which no certificate needs. */
    @Test
    void holdsOfTheWireOnlyWhatIsSaidToPeople() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("io/hellowire/wire/text/AddressText.class")
                    .noneMatch(name -> name.matches("io/hellowire/wire/[^/]*\\.class"))
                    .noneMatch(name -> name.startsWith("io/netty/"));
        }
    }

    @Test
    void saysItsVersion() {
        assertThat(certs("--version").out())
                .startsWith("hellowire-certs ")
                .contains("Java")
                .doesNotContain("not from");
    }

    @Test
    void goesAllTheWayFromAuthorityToRenewal() {
        assertThat(certs("ca").exitCode()).isZero();
        assertThat(certs("create", "--ca", "hellowire-ca", "--ip", "127.0.0.1").exitCode())
                .isZero();
        assertThat(certs("renew", "server.pem", "--ca", "hellowire-ca").exitCode())
                .isZero();
        Program.named("openssl")
                .in(directory)
                .succeed("verify", "-CAfile", "hellowire-ca/ca.pem", "-verify_ip", "127.0.0.1", "server.pem");
    }

    /** A file may not grow over 1 KiB, as on a disk that is full: the key of RSA 4096 does not fit. */
    @Test
    void leavesNothingBehindWhenTheDiskIsFull() throws IOException {
        ProgramResult result = Program.named("bash")
                .in(directory)
                .run(
                        "-c",
                        "ulimit -f 1; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData", // it is a file too
                        "-jar",
                        JAR.toString(),
                        "create",
                        "--ip",
                        "127.0.0.1",
                        "--key",
                        "rsa4096");

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err()).doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    private ProgramResult certs(String... arguments) {
        String[] all = Stream.concat(List.of("-jar", JAR.toString()).stream(), Stream.of(arguments))
                .toArray(String[]::new);
        return Program.java().in(directory).run(all);
    }
}
