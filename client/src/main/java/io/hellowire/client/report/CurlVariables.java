package io.hellowire.client.report;

import io.hellowire.certs.write.CertificatesPem;
import io.hellowire.client.Transfer;
import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.Attempt.Result;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.step.Failure;
import io.hellowire.client.tls.PeerVerdict;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What curl's variables are for a fetch: texts, whole numbers, and seconds; what did not happen is empty or 0, as there. */
final class CurlVariables {

    /** These are about the others. */
    private static final Set<String> DIRECTIVES = Set.of("json", "header_json", "stdout", "stderr", "onerror");

    private static final Set<String> STATUSES = Set.of("http_code", "response_code", "http_connect");

    private final FetchedFile fetched;
    private final List<Transfer> transfers;
    private final @Nullable Transfer last;
    private final Map<String, @Nullable Object> values = new TreeMap<>();

    CurlVariables(FetchedFile fetched) {
        this.fetched = fetched;
        this.transfers = fetched.report().transfers();
        this.last = fetched.report().last();
        ends();
        request();
        response();
        sizes();
        CurlTimes.of(transfers).forEach((name, seconds) -> values.put("time_" + name, seconds));
    }

    /** Whether curl has one of this name. */
    boolean isKnown(String name) {
        return DIRECTIVES.contains(name) || values.containsKey(name);
    }

    /** The value as curl writes it; empty for what there is not. */
    String text(String name) {
        if (name.equals("json")) {
            return CurlJson.of(values);
        }
        if (name.equals("header_json")) {
            return CurlJson.of(fields());
        }
        Object value = values.get(name);
        if (value instanceof BigDecimal seconds) {
            return seconds.toPlainString();
        }
        if (value instanceof Integer status && STATUSES.contains(name)) {
            return String.format("%03d", status);
        }
        return value == null ? "" : value.toString();
    }

    /** The head of the last response, or {@code null} if there is none. */
    @Nullable
    ResponseHead head() {
        return last == null ? null : head(last);
    }

    private static @Nullable ResponseHead head(Transfer transfer) {
        return transfer.response() == null ? null : transfer.response().head();
    }

    private void ends() {
        Failure failure = fetched.report().failure();
        values.put("errormsg", failure == null ? null : failure.message());
        values.put("exitcode", fetched.report().exitCode().number());
        values.put("filename_effective", fetched.file());
        values.put("url", fetched.url());
        values.put("urlnum", fetched.number());
        values.put("url_effective", last == null ? fetched.url() : last.target().url());
        values.put("scheme", last == null ? null : last.target().scheme().word());
        addresses();
        certificates();
    }

    private void addresses() {
        Attempt attempt = last == null
                ? null
                : last.connection().attempts().stream()
                        .filter(one -> one.result() == Result.CONNECTED)
                        .findFirst()
                        .orElse(null);
        InetSocketAddress remote = attempt == null ? null : attempt.remote();
        String local = attempt == null ? null : attempt.local();
        int colon = local == null ? 0 : local.lastIndexOf(':');
        values.put("local_ip", local == null ? "" : local.substring(0, colon).replaceAll("[\\[\\]]", ""));
        values.put("local_port", local == null ? 0 : Integer.parseInt(local.substring(colon + 1)));
        values.put("remote_ip", remote == null ? "" : AddressText.of(remote.getAddress()));
        values.put("remote_port", remote == null ? 0 : remote.getPort());
    }

    private void certificates() {
        TlsFacts tls = last == null ? null : last.tls();
        values.put("ssl_verify_result", verifyResult(tls));
        values.put(
                "proxy_ssl_verify_result",
                verifyResult(last == null ? null : last.proxy().tls()));
        PeerVerdict verdict = tls == null ? null : tls.verdict();
        values.put("certs", verdict == null ? "" : CertificatesPem.of(verdict.received()));
        values.put("num_certs", verdict == null ? 0 : verdict.received().size());
    }

    /** Curl has a number of OpenSSL's for each reason; here 1 is all of them, which is what OpenSSL calls unspecified. */
    private static int verifyResult(@Nullable TlsFacts tls) {
        return tls == null || tls.verdict() == null || tls.verdict().isGood() ? 0 : 1;
    }

    private void request() {
        Request request = last == null ? null : last.request();
        values.put("method", request == null ? "GET" : request.method());
        values.put(
                "referer",
                request == null
                        ? null
                        : request.headLines().stream()
                                .filter(line -> line.startsWith("Referer: "))
                                .map(line -> line.substring("Referer: ".length()))
                                .findFirst()
                                .orElse(null));
    }

    private void response() {
        ResponseHead head = head();
        int status = head == null ? 0 : head.status();
        values.put("http_code", status);
        values.put("response_code", status);
        values.put("http_version", head == null ? "0" : head.version().replace("HTTP/", ""));
        values.put("content_type", value(head, "Content-Type"));
        values.put("num_headers", head == null ? 0 : head.fieldCount());
        List<String> tunnel = last == null || last.proxy().tunnel() == null
                ? List.of()
                : last.proxy().tunnel().answered();
        boolean isHttp = !tunnel.isEmpty() && tunnel.get(0).matches("HTTP/[0-9.]+ [0-9]{3}.*");
        values.put("http_connect", isHttp ? Integer.parseInt(tunnel.get(0).split(" ", -1)[1]) : 0);
        values.put(
                "num_connects",
                sum(transfer -> transfer.connection().attempts().stream()
                        .filter(attempt -> attempt.result() == Result.CONNECTED)
                        .count()));
        values.put("num_redirects", (int) transfers.stream()
                .limit(Math.max(0, transfers.size() - 1))
                .filter(transfer -> head(transfer) != null && redirectOf(transfer) != null)
                .count());
        values.put("redirect_url", last == null ? null : redirectOf(last));
    }

    /** The first value of a field as it may be printed, or {@code null} if there is none. */
    static @Nullable String value(@Nullable ResponseHead head, String name) {
        String value = head == null ? null : head.first(name);
        return value == null ? null : Printable.ofLatin1(value);
    }

    private static @Nullable String redirectOf(Transfer transfer) {
        ResponseHead head = head(transfer);
        String location = head == null || head.status() / 100 != 3 ? null : head.first("Location");
        try {
            return location == null ? null : transfer.target().follow(location).url();
        } catch (MalformedUrlException e) {
            return Printable.ofLatin1(String.valueOf(location));
        }
    }

    private void sizes() {
        values.put("size_header", sum(CurlVariables::headBytes));
        values.put(
                "size_request",
                sum(transfer ->
                        transfer.request() == null ? 0 : transfer.request().bytes().length));
        long uploaded =
                last == null || last.request() == null ? 0 : last.request().bodyBytes();
        Response response = last == null ? null : last.response();
        long downloaded = response == null || response.body() == null
                ? 0
                : response.body().bytes();
        values.put("size_upload", uploaded);
        values.put("size_download", downloaded);
        values.put("speed_upload", speed(uploaded));
        values.put("speed_download", speed(downloaded));
    }

    private static long headBytes(Transfer transfer) {
        Response response = transfer.response();
        if (response == null || response.head() == null) {
            return 0;
        }
        return response.head().bytes().length
                + response.interim().stream()
                        .mapToLong(interim -> interim.bytes().length)
                        .sum();
    }

    private long speed(long bytes) {
        long nanos = last == null ? 0 : last.span().endNanos();
        return nanos == 0 ? 0 : (long) (bytes / (nanos / 1e9));
    }

    private long sum(ToLongFunction<Transfer> part) {
        return transfers.stream().mapToLong(part).sum();
    }

    /** The fields of the last response: their names in lower case, each with its values in order. */
    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        ResponseHead head = head();
        if (head != null) {
            head.fields().forEach(field -> fields.put(field.name().toLowerCase(Locale.ROOT), head.all(field.name())));
        }
        return fields;
    }
}
