package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of records, and of requests, when nobody takes the records. */
class SinkIT {

    private static final Pattern TITLE = Pattern.compile("(?m)^----- Request (\\d+) -- ");

    @TempDir
    private Path directory;

    @Test
    void whoDoesNotReadTheJournalHoldsRequestsBackAndLosesNone() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Program.named("mkfifo").succeed(pipe.toString());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start(); // its output is not read for now
        try (ServerProgram server = ServerProgram.in(directory, "--log-file", pipe.toString())) {
            Load load = Load.on(server.httpPort(), 4, 100);
            load.awaitStandstill();
            server.signal("TERM");
            String journal = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            ProgramResult end = server.await();

            assertThat(end.exitCode()).as(end.err()).isZero();
            List<Long> shown = numbers(journal);
            assertThat(load.numbers()).isEqualTo(shown);
            assertThat(shown)
                    .isEqualTo(LongStream.range(0, shown.size()).boxed().toList());
            assertThat(end.err()).doesNotContain("OutOfMemory").doesNotContain("Exception");
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    private static List<Long> numbers(String journal) {
        return TITLE.matcher(journal)
                .results()
                .map(title -> Long.valueOf(title.group(1)))
                .sorted()
                .toList();
    }

    @Test
    void mayDropRecordsInsteadAndCountsThem() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Program.named("mkfifo").succeed(pipe.toString());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        try (ServerProgram server =
                ServerProgram.in(directory, "--log-file", pipe.toString(), "--journal-overflow", "drop")) {
            Load load = Load.on(server.httpPort(), 4, 100, 200_000);
            InputStream journal = reader.getInputStream();
            ProgramResult end = endWhileReading(server, journal);

            assertThat(end.exitCode()).as("what was asked for is no failure").isZero();
            assertThat(end.err()).containsPattern("hellowire-server: [0-9]+ records were not written");
            assertThat(load.numbers().size()).isGreaterThanOrEqualTo(200_000);
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    private static ProgramResult endWhileReading(ServerProgram server, InputStream journal) throws IOException {
        server.signal("TERM");
        String text = new String(journal.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.startsWith("-----")))
                .allMatch(
                        line -> line.matches(
                                "----- ((Request \\d+|After the end|Rejected 503) -- .*Z|odd: .* after .*|head, after .*|[0-9,]+ records were dropped: .*Z)"));
        return server.await();
    }

    @Test
    void aFullDiskIsSaidOnceAndEndsInExitCode1() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--log-file", "/dev/full", "--drain-time", "1s")) {
            for (int i = 0; i < 3; i++) {
                assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                        .endsWith("Hello #" + i + " from Hellowire!\n");
            }
            server.awaitText("No space left on device");
            server.signal("TERM");
            ProgramResult end = server.await();
            assertThat(end.exitCode()).isEqualTo(1);
            assertThat(end.err()).containsOnlyOnce("No space left on device").contains("3 records were not written");
        }
    }

    @Test
    void aDiskThatHasRoomAgainGetsEveryRecordWhole() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        mount(disk);
        try (ServerProgram server = ServerProgram.in(
                directory, "--log-file", disk.resolve("journal").toString())) {
            Files.write(disk.resolve("filler"), new byte[200 * 1024]);
            Load load = Load.on(server.httpPort(), 4, 10, 3000);
            server.awaitText("No space left on device");
            Files.delete(disk.resolve("filler"));
            server.awaitText("takes records again");
            server.signal("TERM");
            ProgramResult end = server.await();

            String journal = Files.readString(disk.resolve("journal"));
            List<Long> shown = numbers(journal);
            List<Long> seen = load.numbers();
            assertThat(journal).as("ends with a whole record").matches("(?s).*\n(Host: a|----- odd: [^\n]*)\n\n");
            assertThat(shown).doesNotHaveDuplicates().isSubsetOf(seen);
            int missing = seen.size() - shown.size();
            assertThat(unwritten(end.err()))
                    .as("with what each of four clients had begun, and what it sent after the end")
                    .isBetween(missing, missing + 8);
            assertThat(end.err()).doesNotContain("Exception");
        } finally {
            Program.named("umount").run("-l", disk.toString());
        }
    }

    @Test
    void aRawFileThatFindsNoRoomIsNotThereAndSaidOnce() throws IOException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        mount(disk);
        try (ServerProgram server = ServerProgram.in(directory, "--raw-dir", disk.toString())) {
            Files.write(disk.resolve("filler"), new byte[240 * 1024]);
            for (int i = 0; i < 10; i++) {
                Wire.exchange(
                        server.httpPort(), "POST / HTTP/1.0\r\nContent-Length: 30000\r\n\r\n" + "x".repeat(30_000));
            }
            server.signal("TERM");
            ProgramResult end = server.await();

            assertThat(end.exitCode()).as(end.err()).isEqualTo(1);
            assertThat(end.err())
                    .containsOnlyOnce("cannot be written: No space left on device")
                    .endsWith("hellowire-server: 10 requests are in no file in " + disk + "\n");
            assertThat(disk).isDirectoryNotContaining(file -> file.toString().endsWith(".req"));
        } finally {
            Program.named("umount").run("-l", disk.toString());
        }
    }

    @Test
    void rawFilesTakeNoMoreThanTheyMayInAllRunsTogether() throws IOException {
        Path raw = directory.resolve("raw");
        for (int run = 0; run < 2; run++) {
            try (ServerProgram server = ServerProgram.in(
                    directory, "--raw-dir", raw.toString(), "--raw-max", "100K", "--first-number", 100 * run + "")) {
                for (int i = 0; i < 5; i++) {
                    assertThat(Wire.exchange(
                                    server.httpPort(),
                                    "POST / HTTP/1.0\r\nContent-Length: 30000\r\n\r\n" + "x".repeat(30_000)))
                            .startsWith("HTTP/1.1 200 ");
                }
                server.signal("TERM");
                ProgramResult end = server.await();

                assertThat(end.exitCode()).as(end.err()).isZero();
                assertThat(end.err())
                        .containsOnlyOnce("(expected: at most 102,400, as --raw-max says)")
                        .endsWith("hellowire-server: " + (run == 0 ? 2 : 5) + " requests are in no file in " + raw
                                + "\n");
            }
        }
        try (Stream<Path> files = Files.list(raw)) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).hasSize(30_042));
        }
    }

    @Test
    void aJournalThatIsLongBeginsAnewAndNoRecordIsTorn() throws IOException {
        Path journal = directory.resolve("journal");
        Files.writeString(journal, "of an earlier run\n".repeat(10_000));
        try (ServerProgram server =
                ServerProgram.in(directory, "--log-file", journal.toString(), "--log-max", "64K", "--threads", "1")) {
            String requests = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(999) + "GET / HTTP/1.0\r\nHost: a\r\n\r\n";
            for (int i = 0; i < 3; i++) {
                Wire.exchange(server.httpPort(), requests);
            }
            server.signal("TERM");
            assertThat(server.await().exitCode()).isZero();
        }
        String older = Files.readString(directory.resolve("journal.1"));
        String newer = Files.readString(journal);
        assertThat(older.length()).isBetween(64 << 10, 160 << 10);
        assertThat(newer.length()).isLessThan(160 << 10);
        assertThat(older).startsWith("----- Request ").endsWith("\n\n");
        List<Long> numbers = numbers(older + newer);
        assertThat(newer).startsWith("----- Request ").endsWith("GET / HTTP/1.0\nHost: a\n\n");
        assertThat(numbers)
                .isEqualTo(LongStream.range(numbers.get(0), 3000).boxed().toList());
    }

    @Test
    void aJournalThatIsNoFileCannotBeginAnew() {
        ProgramResult end = ServerProgram.run(directory, Map.of(), "--log-file", "/dev/full", "--log-max", "64K");
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.err()).contains("/dev/full: no regular file (expected: one that can be renamed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--log-max 64K", "--raw-max 64K", "--capture-max 64K"})
    void aMostOfNothingIsAMistake(String option) {
        ProgramResult end = ServerProgram.run(directory, Map.of(), option.split(" "));
        assertThat(end.exitCode()).isEqualTo(2);
        assertThat(end.err()).contains("(expected: ");
    }

    private static int unwritten(String err) {
        Matcher told = Pattern.compile("hellowire-server: ([0-9]+) records were not written")
                .matcher(err);
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    private static void mount(Path disk) {
        ProgramResult mounted = Program.named("mount").run("-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        if (mounted.exitCode() != 0) {
            throw Program.missing("the right to mount a small disk");
        }
    }

    @Test
    void aReaderThatGoesAwayIsDoneWithoutIfRecordsMayBeDropped() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Program.named("mkfifo").succeed(pipe.toString());
        Process reader = new ProcessBuilder("head", "-1", pipe.toString()).start();
        try (ServerProgram server =
                ServerProgram.in(directory, "--log-file", pipe.toString(), "--journal-overflow", "drop")) {
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            server.awaitText("its reader has gone away");
            assertThat(Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n"))
                    .endsWith("Hello #2 from Hellowire!\n");
            server.signal("TERM");
            ProgramResult end = server.await();
            assertThat(end.exitCode()).isZero();
            assertThat(end.err()).contains("hellowire-server: 2 records were not written");
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    @Test
    void aReaderThatGoesAwayEndsTheServer() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        Program.named("mkfifo").succeed(pipe.toString());
        Process reader = new ProcessBuilder("head", "-1", pipe.toString()).start();
        try (ServerProgram server = ServerProgram.in(directory, "--log-file", pipe.toString())) {
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Wire.exchange(server.httpPort(), "GET / HTTP/1.0\r\n\r\n");
            ProgramResult end = server.await();
            assertThat(end.exitCode()).isEqualTo(1);
            assertThat(end.err().substring(end.err().indexOf("ready http=")).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("hellowire-server: the journal's reader has gone away (expected: one that stays, or ");
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }
}
