package io.hellowire.client.connect;

import io.hellowire.client.connect.Attempt.Result;
import io.hellowire.client.resolve.Interfaces;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How connecting went.
 *
 * @param attempts one for each address, in the order in which they are tried
 * @param connection the open connection, or {@code null} if no attempt succeeded
 * @param span from the first attempt to the last
 */
public record Connecting(List<Attempt> attempts, @Nullable Connection connection, Span span) {

    private static final int NAMED_ADDRESSES = 3;

    public Connecting {
        attempts = List.copyOf(attempts);
    }

    /** The open connection, which there is unless there is a failure. */
    public Connection established() {
        return Objects.requireNonNull(connection, "nobody asked for the failure");
    }

    /** Why there is no connection, naming every attempt's reason, or {@code null} if there is one. */
    public @Nullable Failure failure() {
        if (connection != null) {
            return null;
        }
        List<Attempt> failed =
                attempts.stream().filter(a -> a.result() == Result.FAILED).toList();
        String message = reasons(failed).entrySet().stream()
                .map(reason -> some(reason.getValue()) + ": " + reason.getKey())
                .collect(Collectors.joining("; "));
        String kind =
                Objects.requireNonNull(failed.get(failed.size() - 1).problem()).kind();
        Failure failure = Failure.of(Phase.CONNECT, exitCode(failed), kind, message);
        for (String hint : hints(failed)) {
            failure = failure.hint(hint);
        }
        return failure;
    }

    /** The same of a connection to a proxy, which is not the server's fault. */
    public @Nullable Failure failureOfProxy(String proxy) {
        Failure failure = failure();
        if (failure == null) {
            return null;
        }
        String message = "the proxy " + proxy + " cannot be reached: " + failure.message();
        Failure ofProxy =
                new Failure(Phase.PROXY, failure.exitCode(), failure.kind(), message, List.of(), failure.cause());
        return ofProxy.hint("is the proxy running, and on this port? --noproxy '*' bypasses it");
    }

    /** The addresses for each reason, in the order tried. */
    private static Map<String, List<String>> reasons(List<Attempt> failed) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Attempt attempt : failed) {
            String words = Objects.requireNonNull(attempt.problem()).words();
            reasons.computeIfAbsent(words, same -> new ArrayList<>()).add(attempt.address());
        }
        return reasons;
    }

    private static String some(List<String> addresses) {
        int more = addresses.size() - NAMED_ADDRESSES;
        return more <= 0
                ? String.join(", ", addresses)
                : String.join(", ", addresses.subList(0, NAMED_ADDRESSES)) + " and " + more + " more";
    }

    private static ExitCode exitCode(List<Attempt> failed) {
        boolean overall = failed.stream().anyMatch(a -> ConnectProblem.NO_TIME.equals(a.problem()));
        if (overall || failed.stream().allMatch(a -> is(a, "timeout"))) {
            return ExitCode.TIMED_OUT;
        }
        boolean ours = failed.stream().allMatch(a -> is(a, "local_address_unusable") || is(a, "local_port_in_use"));
        return ours ? ExitCode.LOCAL_ADDRESS : ExitCode.NOT_CONNECTED;
    }

    private static List<String> hints(List<Attempt> failed) {
        if (failed.stream().anyMatch(a -> is(a, "connection_refused"))) {
            return List.of("is the server running, and on this port? (a device's server may use 8080 or 8443)");
        }
        if (failed.stream().anyMatch(a -> is(a, "zone_missing"))) {
            return List.of(
                    "write the interface after the address, http://[fe80::1%eth0]/; there are " + Interfaces.names());
        }
        if (failed.stream().anyMatch(a -> is(a, "timeout") || is(a, "host_unreachable"))) {
            return List.of("is the address right, the other end switched on, and in the same network?");
        }
        return List.of();
    }

    private static boolean is(Attempt attempt, String kind) {
        return attempt.problem() != null && attempt.problem().kind().equals(kind);
    }
}
