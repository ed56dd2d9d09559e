package io.hellowire.bench.load;

import io.hellowire.bench.peer.Server;
import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Cores;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full TLS 1.3 handshakes one after another, none resumed, each with one request; by {@code openssl s_time}.
 *
 * @param cores where it runs
 */
public record Handshakes(Cores cores) implements Load {

    private static final Pattern TOTAL = Pattern.compile("(\\d+) connections in (\\d+) real seconds");

    @Override
    public Served run(Server server, Duration slice) {
        List<String> command = List.of(
                "openssl",
                "s_time",
                "-connect",
                "127.0.0.1:" + server.site().https(),
                "-new",
                "-tls1_3",
                "-www",
                "/",
                "-time",
                Long.toString(Math.max(1, slice.toSeconds())));
        String output = Child.run(cores.loading(command));
        Matcher total = TOTAL.matcher(output);
        if (!total.find()) {
            throw new IllegalStateException("openssl s_time: unusable run (expected: a total)\n" + output);
        }
        return new Served(Long.parseLong(total.group(1)), Duration.ofSeconds(Long.parseLong(total.group(2))));
    }
}
