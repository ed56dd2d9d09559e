package io.hellowire.capture;

import io.hellowire.testkit.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Wireshark's dissectors say about a capture file, with nothing configured but what is given. */
final class Tshark {

    /** The severities "warning" and "error". */
    private static final Set<String> WARNINGS = Set.of("6291456", "8388608");

    private final Path file;
    private final List<String> options;
    private @Nullable List<String[]> overview;

    Tshark(Path file, String... options) {
        this.file = file;
        this.options = List.of(options);
    }

    /** One line for each frame that the filter accepts: the fields, separated by tabs. */
    List<String> fields(String filter, String... fields) {
        List<String> arguments = new ArrayList<>(List.of("-n", "-r", file.toString(), "-Y", filter, "-T", "fields"));
        for (String field : fields) {
            arguments.addAll(List.of("-e", field));
        }
        arguments.addAll(List.of("-o", "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE"));
        // The system gives a connection any port, also one that some other protocol has for its own.
        arguments.addAll(List.of("-o", "tcp.try_heuristic_first:TRUE"));
        arguments.addAll(options);
        return Program.named("tshark")
                .succeed(arguments.toArray(String[]::new))
                .out()
                .lines()
                .toList();
    }

    /** The target of every request, in order. */
    List<String> requests() {
        return column(0);
    }

    /** The status of every response, in order. */
    List<String> responses() {
        return column(1);
    }

    /** Everything that an expert finds worth a warning; what it only notes, such as a FIN, is left out. */
    List<String> warnings() {
        return overview().stream()
                .filter(row -> Arrays.stream(row[2].split(",")).anyMatch(WARNINGS::contains))
                .map(row -> String.join(" ", row))
                .toList();
    }

    /** How many handshakes show a certificate, which those of resumed sessions do not. */
    long certificates() {
        return framesWith(4, "11");
    }

    /** How many frames carry TLS records that are not opened and say that they hold application data. */
    long closedRecords() {
        return framesWith(5, "23") + framesWith(6, "23"); // tshark has a name of its own for those of TLS 1.3
    }

    long ipv6Frames() {
        return framesWith(7, "6");
    }

    private long framesWith(int column, String value) {
        return overview().stream()
                .filter(row -> List.of(row[column].split(",")).contains(value))
                .count();
    }

    /** Pipelined messages share a frame. */
    private List<String> column(int index) {
        return overview().stream()
                .flatMap(row -> Arrays.stream(row[index].split(",")))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private List<String[]> overview() {
        if (overview == null) {
            overview = fields(
                            "frame",
                            "http.request.uri",
                            "http.response.code",
                            "_ws.expert.severity",
                            "_ws.expert.message",
                            "tls.handshake.type",
                            "tls.record.content_type",
                            "tls.record.opaque_type",
                            "ip.version")
                    .stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
        return overview;
    }
}
