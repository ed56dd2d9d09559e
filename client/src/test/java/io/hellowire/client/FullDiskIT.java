package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.capture.reading.CaptureContents;
import io.hellowire.capture.reading.CaptureReader;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture on a disk that is full. */
class FullDiskIT {

    private static final int BODY_BYTES = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void isRefusedAtTheStart() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this system has no /dev/full");

        ClientRun run = ClientRun.of("--capture", "/dev/full", "http://127.0.0.1:1/");

        assertThat(run.exit()).isEqualTo(23);
        assertThat(run.err())
                .isEqualTo("hellowire-client: /dev/full: No space left on device (expected: a file to write to)\n");
    }

    @Test
    void endsTheCaptureButNotTheFetch() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=64k tmpfs " + disk;
        ProgramResult tried = Program.named("unshare").run("-rm", "bash", "-c", mount);
        assumeTrue(tried.exitCode() == 0, "skipped: a private disk is not allowed here: " + tried.err());
        Path fetched = folder.resolve("fetched");
        Path copy = folder.resolve("copy.pcapng");
        ProgramResult run;
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n" + "x".repeat(BODY_BYTES))) {
            run = Program.named("unshare")
                    .run(
                            "-rm",
                            "bash",
                            "-c",
                            mount + " && \"$0\" \"$@\"; code=$?; cp " + disk + "/a.pcapng " + copy + "; exit $code",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.hellowire.client.cli.Main",
                            "--capture",
                            disk.resolve("a.pcapng").toString(),
                            "--output",
                            fetched.toString(),
                            server.url("/"));
        }

        assertThat(run.exitCode()).as(run.err()).isEqualTo(23);
        assertThat(run.err())
                .containsOnlyOnce("a.pcapng: No space left on device, so it ends here after ")
                .containsOnlyOnce(" packets dropped, ");
        assertThat(fetched).hasSize(BODY_BYTES);
        CaptureContents contents = CaptureReader.read(copy, 16);
        assertThat(contents.totals().isCutShort()).isFalse();
        assertThat(run.err()).contains(" packets dropped, " + contents.totals().packets() + " written");
        assertThat(Program.named("capinfos").succeed(copy.toString()).out()).contains("Number of packets:");
    }
}
