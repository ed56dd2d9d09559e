package io.hellowire.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Cores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests over a number of connections, each sent when the answer before it has come; by {@code wrk}.
 *
 * @param cores where it runs
 * @param size what each request says
 * @param connections how many at once
 * @param manner how each connection is used
 */
public record Wrk(Cores cores, RequestSize size, int connections, Manner manner) implements Load {

    private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in ([0-9.]+)(us|ms|s|m)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private static final int FEW = 64;
    private static final int CONNECTING_PER_SECOND = 2_000;

    /** How a connection is used. */
    public enum Manner {
        /** Kept open, one request at a time. */
        KEEP_ALIVE,
        /** Kept open, sixteen requests at a time. */
        PIPELINED_16,
        /** Closed after each answer. */
        CLOSE,
        /** Kept open, one request at a time, TLS 1.3. */
        TLS,
        /** Closed after each answer: a full TLS 1.3 handshake and one request. wrk keeps no session. */
        TLS_CLOSE
    }

    /** The same by fewer: a crowd that comes to a cold server gets nowhere, and what it has compiled is the same. */
    @Override
    public Load warmUp() {
        return new Wrk(cores, size, Math.min(connections, FEW), manner);
    }

    @Override
    public Served run(Server server, Duration slice) throws IOException {
        String output = Child.run(cores.loading(command(server, slice)));
        Matcher refused = REFUSED.matcher(output);
        Matcher total = TOTAL.matcher(output);
        if (refused.find() || !total.find()) {
            throw new IllegalStateException("wrk: unusable run (expected: 2xx answers only)\n" + output);
        }
        long count = Long.parseLong(total.group(1));
        if (count == 0) {
            throw new IllegalStateException("wrk: nothing was answered (expected: at least one request)\n" + output);
        }
        return new Served(count, duration(total.group(2), total.group(3)));
    }

    private List<String> command(Server server, Duration slice) throws IOException {
        List<String> command = new ArrayList<>(List.of("wrk", "--threads", "1", "--timeout", "10s"));
        command.addAll(List.of("--connections", Integer.toString(connections)));
        command.addAll(List.of("--duration", seconds(slice) + "s"));
        for (String field : size.fields()) {
            command.addAll(List.of("--header", field));
        }
        if (manner == Manner.CLOSE || manner == Manner.TLS_CLOSE) {
            command.addAll(List.of("--header", "Connection: close"));
        }
        if (manner == Manner.PIPELINED_16) {
            command.addAll(List.of("--script", script(server.site().folder()).toString()));
        }
        command.add(
                manner == Manner.TLS || manner == Manner.TLS_CLOSE
                        ? "https://127.0.0.1:" + server.site().https() + "/"
                        : "http://127.0.0.1:" + server.site().http() + "/");
        if (manner == Manner.PIPELINED_16) {
            command.addAll(List.of("--", "16"));
        }
        return command;
    }

    /** A large crowd takes its time to connect, and must still have some left to ask. */
    private long seconds(Duration slice) {
        return Math.max(1, slice.toSeconds()) + connections / CONNECTING_PER_SECOND;
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("pipelined.lua");
        try (InputStream in = Wrk.class.getResourceAsStream("/load/pipelined.lua")) {
            if (in == null) {
                throw new IllegalStateException("resource: load/pipelined.lua (expected: beside the classes)");
            }
            return Files.writeString(script, new String(in.readAllBytes(), UTF_8));
        }
    }

    private static Duration duration(String number, String unit) {
        double seconds = switch (unit) {
            case "us" -> 1e-6;
            case "ms" -> 1e-3;
            case "s" -> 1;
            default -> 60;
        };
        return Duration.ofNanos((long) (Double.parseDouble(number) * seconds * 1e9));
    }
}
