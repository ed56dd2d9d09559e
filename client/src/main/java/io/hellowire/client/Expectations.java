package io.hellowire.client;

import io.hellowire.client.Timing.Part;
import io.hellowire.client.exchange.LoginAdvice;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.wire.ResponseHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fetch must be to count as a success.
 *
 * @param noErrors whether a status of 400 or more is a failure
 * @param statuses the statuses that are not a failure, as patterns; empty for any
 * @param limits how long each phase may take, by its name
 */
public record Expectations(boolean noErrors, List<Pattern> statuses, Map<String, Duration> limits) {

    private static final Pattern STATUS = Pattern.compile("[1-5][0-9x]{2}");
    private static final Pattern LIMIT = Pattern.compile("(total|ttfb|dns|tcp|tls)=([0-9]{1,9})(?:ms)?");

    public Expectations {
        statuses = List.copyOf(statuses);
    }

    /**
     * Reads what the user says.
     *
     * @param statuses such as {@code 200,204} or {@code 2xx}, or {@code null}
     * @param limits such as {@code total=500,ttfb=200}, in milliseconds, or {@code null}
     */
    public static Expectations of(boolean noErrors, @Nullable String statuses, @Nullable String limits) {
        List<Pattern> patterns = new ArrayList<>();
        for (String status : parts(statuses)) {
            if (!STATUS.matcher(status).matches()) {
                throw new IllegalArgumentException("--expect-status: " + status + " (expected: 200, or 2xx)");
            }
            patterns.add(Pattern.compile(status.replace("x", "[0-9]")));
        }
        Map<String, Duration> durations = new LinkedHashMap<>();
        for (String limit : parts(limits)) {
            if (!LIMIT.matcher(limit).matches()) {
                throw new IllegalArgumentException(
                        "--slo: " + limit + " (expected: total, ttfb, dns, tcp or tls, then =MILLISECONDS)");
            }
            int equals = limit.indexOf('=');
            String millis = limit.substring(equals + 1).replace("ms", "");
            durations.put(limit.substring(0, equals), Duration.ofMillis(Long.parseLong(millis)));
        }
        return new Expectations(noErrors, patterns, durations);
    }

    private static List<String> parts(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /** Why a fetch is not what was expected, or {@code null} if it is. */
    public @Nullable Failure check(FetchReport report) {
        Transfer transfer = report.last();
        if (transfer == null) {
            return null;
        }
        Failure wrong = checkStatus(transfer);
        return wrong != null ? wrong : checkLimits(report);
    }

    private @Nullable Failure checkStatus(Transfer transfer) {
        ResponseHead head =
                transfer.response() == null ? null : transfer.response().head();
        if (head == null) {
            return null;
        }
        String status = String.valueOf(head.status());
        if (!statuses.isEmpty()
                && statuses.stream().noneMatch(p -> p.matcher(status).matches())) {
            return failed("status " + status + " (expected: " + words() + ")");
        }
        if (!noErrors || head.status() < 400) {
            return null;
        }
        Failure failure = failed("status " + status + " (expected: below 400)");
        String advice = LoginAdvice.of(head);
        return advice == null ? failure : failure.hint(advice);
    }

    private String words() {
        List<String> words =
                statuses.stream().map(p -> p.pattern().replace("[0-9]", "x")).toList();
        return String.join(", ", words);
    }

    private static Failure failed(String message) {
        return Failure.of(Phase.RESPONSE, ExitCode.WRONG_STATUS, "wrong_status", message);
    }

    private @Nullable Failure checkLimits(FetchReport report) {
        List<String> slow = new ArrayList<>();
        limits.forEach((phase, limit) -> {
            Duration taken = taken(report, phase);
            if (taken != null && taken.compareTo(limit) > 0) {
                slow.add(phase + " took " + taken.toMillis() + " ms (expected: " + limit.toMillis() + " at most)");
            }
        });
        return slow.isEmpty()
                ? null
                : Failure.of(Phase.RESPONSE, ExitCode.TOO_SLOW, "too_slow", String.join("; ", slow));
    }

    /** What the network took: our own time is no promise of the server's. */
    private static @Nullable Duration taken(FetchReport report, String phase) {
        Timing timing = report.transfers().get(report.transfers().size() - 1).timing();
        return switch (phase) {
            case "dns" -> duration(timing.of(Part.DNS));
            case "tcp" -> duration(timing.of(Part.CONNECT));
            case "tls" -> duration(timing.of(Part.TLS));
            case "ttfb" -> timing.untilFirstByte();
            default ->
                report.transfers().stream()
                        .map(transfer -> transfer.timing().network())
                        .reduce(Duration.ZERO, Duration::plus);
        };
    }

    private static @Nullable Duration duration(@Nullable Span span) {
        return span == null ? null : span.duration();
    }
}
