package io.hellowire.server;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.util.ArrayList;
import java.util.List;

/** Wireshark without its window. */
final class Tshark {

    private Tshark() {}

    /** Prints the target of each request that it can read, a line each; fails if the file is cut short. */
    static ProgramResult requestsIn(String capture, String... options) {
        List<String> command = new ArrayList<>(List.of("-n", "-r", capture, "-o", "tcp.try_heuristic_first:TRUE"));
        command.addAll(List.of("-Y", "http.request", "-T", "fields", "-e", "http.request.uri"));
        command.addAll(List.of(options));
        return Program.named("tshark").run(command.toArray(String[]::new));
    }
}
