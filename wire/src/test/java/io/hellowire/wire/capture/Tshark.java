package io.hellowire.wire.capture;

import io.hellowire.testkit.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What Wireshark's dissectors say about a capture file, with nothing configured but what is given. */
final class Tshark {

    private final Path file;
    private final List<String> options;

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

    List<String> requests() {
        return each(fields("http.request", "http.request.uri"));
    }

    List<String> responses() {
        return each(fields("http.response", "http.response.code"));
    }

    /** Pipelined messages share a frame. */
    private static List<String> each(List<String> frames) {
        return frames.stream().flatMap(frame -> Arrays.stream(frame.split(","))).toList();
    }

    /** Everything that an expert finds worth a warning; what it only notes, such as a FIN, is left out. */
    List<String> warnings() {
        return fields("_ws.expert.severity >= 6291456", "frame.number", "_ws.col.Info", "_ws.expert.message");
    }
}
