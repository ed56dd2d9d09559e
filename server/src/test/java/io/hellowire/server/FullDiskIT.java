package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture on a disk that is full. */
class FullDiskIT {

    private static final Pattern ENDED = Pattern.compile("ends here after (\\d+) packets; everything else goes on\n");
    private static final Pattern DROPPED = Pattern.compile("(\\d+) packets dropped, (\\d+) written\n");

    @TempDir
    private Path directory;

    private Path disk;

    @BeforeEach
    void makeAPlaceForTheDisk() throws IOException {
        disk = Files.createDirectory(directory.resolve("disk"));
    }

    @Test
    void isRefusedAtTheStart() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this system has no /dev/full");

        ProgramResult result = ServerProgram.run(directory, Map.of(), "--capture", "/dev/full");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .endsWith("hellowire-server: /dev/full: No space left on device (expected: a file to write to)\n");
    }

    @Test
    void endsTheCaptureAndNothingElse() throws IOException {
        requireDisksOfOurOwn();
        String ballast = " && head -c 4096 /dev/zero >" + disk + "/ballast";
        try (ServerProgram server = ServerProgram.alone(
                mount() + ballast,
                directory,
                "--quiet",
                "--capture",
                disk.resolve("a.pcapng").toString())) {
            curl(server, "[1-200]");
            server.awaitText("a.pcapng: No space left on device, so it ends here after ");
            assertThat(curl(server, "still-there")).startsWith("Hello #200 ");
            Path seen = Path.of("/proc", Long.toString(server.pid()), "root", disk.toString());
            Path copy = Files.copy(seen.resolve("a.pcapng"), directory.resolve("copy.pcapng"));
            assertThat(Program.named("capinfos").succeed(copy.toString()).out()).contains("Number of packets:");
            Files.delete(seen.resolve("ballast"));
            Path whole = directory.resolve("whole.pcapng");
            ProgramResult end;
            try (InputStream held = Files.newInputStream(seen.resolve("a.pcapng"))) {
                server.signal("TERM");
                end = server.await();
                Files.copy(held, whole); // the disk is gone with the server, but for what is still open
            }

            assertThat(end.exitCode()).isZero();
            isComplete(CaptureReader.read(copy, 16), end.err());
            accountsForAllThatWasDropped(CaptureReader.read(whole, 16), end.err());
        }
    }

    private static void isComplete(CaptureContents whileItRan, String err) {
        assertThat(whileItRan.totals().isCutShort()).isFalse();
        assertThat(whileItRan.totals().packets()).isPositive().isEqualTo(number(ENDED, err, 1));
    }

    private static void accountsForAllThatWasDropped(CaptureContents atTheEnd, String err) {
        assertThat(atTheEnd.totals().isCutShort()).isFalse();
        assertThat(atTheEnd.totals().packets()).isEqualTo(number(DROPPED, err, 2));
        assertThat(atTheEnd.totals().dropped()).isPositive().isEqualTo(number(DROPPED, err, 1));
    }

    private static long number(Pattern line, String err, int group) {
        Matcher found = line.matcher(err);
        assertThat(found.results()).as(err).hasSize(1);
        MatchResult only = found.reset().results().findFirst().orElseThrow();
        return Long.parseLong(only.group(group));
    }

    /** Some systems let nobody mount, not even in a namespace of one's own. */
    private void requireDisksOfOurOwn() {
        ProgramResult tried = Program.named("unshare").run("-rm", "bash", "-c", mount());
        assumeTrue(tried.exitCode() == 0, "skipped: a private disk is not allowed here: " + tried.err());
    }

    private String mount() {
        return "mount -t tmpfs -o size=64k tmpfs " + disk;
    }

    private static String curl(ServerProgram server, String path) {
        return Program.named("curl")
                .succeed("-s", "http://127.0.0.1:" + server.httpPort() + "/" + path)
                .out();
    }
}
