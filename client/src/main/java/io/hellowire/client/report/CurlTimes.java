package io.hellowire.client.report;

import io.hellowire.client.Timing.Part;
import io.hellowire.client.Transfer;
import io.hellowire.client.step.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Curl's times, in seconds: each is counted from the beginning of its transfer, and added up over those on the way. */
final class CurlTimes {

    private final List<Transfer> transfers;
    private final Map<String, BigDecimal> seconds = new LinkedHashMap<>();

    private CurlTimes(List<Transfer> transfers) {
        this.transfers = transfers;
    }

    /** By the names of curl's variables, without their {@code time_}. */
    static Map<String, BigDecimal> of(List<Transfer> transfers) {
        CurlTimes times = new CurlTimes(transfers);
        times.put("namelookup", Part.DNS, Span::endNanos);
        times.put("connect", Part.CONNECT, Span::endNanos);
        times.put("appconnect", Part.TLS, Span::endNanos);
        times.put("pretransfer", Part.SEND, Span::startNanos);
        times.put("starttransfer", Part.BODY, Span::startNanos);
        Span last =
                transfers.isEmpty() ? null : transfers.get(transfers.size() - 1).span();
        times.put("redirect", transfers.size() < 2 || last == null ? 0 : last.startNanos());
        times.put("total", last == null ? 0 : last.endNanos());
        return times.seconds;
    }

    private void put(String name, Part part, ToLongFunction<Span> moment) {
        put(
                name,
                transfers.stream()
                        .mapToLong(transfer -> {
                            Span span = transfer.timing().of(part);
                            return span == null
                                    ? 0
                                    : moment.applyAsLong(span) - transfer.span().startNanos();
                        })
                        .sum());
    }

    private void put(String name, long nanos) {
        seconds.put(name, BigDecimal.valueOf(nanos / 1000, 6));
    }
}
