package io.hellowire.client.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.client.Timing;
import io.hellowire.client.Timing.Part;
import io.hellowire.client.Transfer;
import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.resolve.DnsExchange;
import io.hellowire.client.resolve.DnsExchange.ResourceRecord;
import io.hellowire.client.resolve.Resolution;
import io.hellowire.client.step.Span;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one transfer as JSON: names, attempts, the proxy and the times; TLS and the response have writers of their own. */
final class TransferJson {

    private static final long NANOS_PER_MICRO = 1000;

    private final JsonGenerator json;

    TransferJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Transfer transfer, Instant started) throws IOException {
        json.writeStartObject();
        json.writeStringField("url", Printable.ofText(transfer.target().url()));
        json.writeArrayFieldStart("notes");
        for (String note : transfer.target().notes()) {
            json.writeString(Printable.ofText(note));
        }
        json.writeEndArray();
        dns(transfer.connection().resolution());
        json.writeArrayFieldStart("attempts");
        for (Attempt attempt : transfer.connection().attempts()) {
            attempt(attempt, transfer.span().startNanos());
        }
        json.writeEndArray();
        proxy(transfer, started);
        json.writeStringField("announced", transfer.connection().announcement());
        json.writeFieldName("tls");
        new TlsJson(json).write(transfer.tls(), started);
        json.writeFieldName("response");
        new ResponseJson(json).write(transfer.response());
        times(transfer);
        json.writeEndObject();
    }

    private void dns(@Nullable Resolution resolution) throws IOException {
        if (resolution == null) {
            json.writeNullField("dns");
            return;
        }
        json.writeObjectFieldStart("dns");
        json.writeStringField("query", Printable.ofText(resolution.query()));
        json.writeStringField("a_label", Printable.ofText(resolution.asked()));
        json.writeStringField("source", resolution.source());
        micros("duration_us", resolution.span());
        json.writeArrayFieldStart("addresses");
        for (InetAddress address : resolution.addresses()) {
            json.writeStartObject();
            json.writeStringField("ip", AddressText.withZone(address));
            json.writeNumberField("family", address instanceof Inet6Address ? 6 : 4);
            json.writeEndObject();
        }
        json.writeEndArray();
        questions(resolution);
        json.writeStringField(
                "error",
                resolution.failure() == null ? null : resolution.failure().kind());
        json.writeEndObject();
    }

    private void questions(Resolution resolution) throws IOException {
        json.writeArrayFieldStart("questions");
        for (DnsExchange exchange : resolution.exchanges()) {
            json.writeStartObject();
            json.writeStringField("name", Printable.ofText(exchange.name()));
            json.writeStringField("type", exchange.type());
            json.writeStringField("server", exchange.server());
            json.writeStringField("rcode", Printable.ofText(exchange.code()));
            micros("duration_us", exchange.span());
            json.writeArrayFieldStart("records");
            for (ResourceRecord record : exchange.records()) {
                json.writeStartObject();
                json.writeStringField("name", Printable.ofText(record.name()));
                json.writeStringField("type", record.type());
                json.writeNumberField("ttl", record.ttl().toSeconds());
                json.writeStringField("value", Printable.ofText(record.value()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void attempt(Attempt attempt, long zeroNanos) throws IOException {
        json.writeStartObject();
        InetSocketAddress remote = attempt.remote();
        if (remote == null) {
            json.writeNullField("ip");
            json.writeNullField("port");
        } else {
            json.writeStringField("ip", AddressText.withZone(remote.getAddress()));
            json.writeNumberField("port", remote.getPort());
        }
        json.writeStringField("address", Printable.ofText(attempt.address()));
        Span span = attempt.span();
        if (span == null) {
            json.writeNullField("start_us");
        } else {
            json.writeNumberField("start_us", (span.startNanos() - zeroNanos) / NANOS_PER_MICRO);
        }
        micros("duration_us", span);
        json.writeStringField("result", attempt.result().name().toLowerCase(Locale.ROOT));
        json.writeStringField(
                "error", attempt.problem() == null ? null : attempt.problem().kind());
        json.writeStringField("local", attempt.local());
        json.writeEndObject();
    }

    private void proxy(Transfer transfer, Instant started) throws IOException {
        ProxyAddress proxy = transfer.connection().route() == null
                ? null
                : transfer.connection().route().proxy();
        if (proxy == null) {
            json.writeNullField("proxy");
            return;
        }
        json.writeObjectFieldStart("proxy");
        json.writeStringField("url", Printable.ofText(proxy.words()));
        json.writeStringField("chosen_by", proxy.chosenBy());
        json.writeFieldName("tls");
        new TlsJson(json).write(transfer.proxy().tls(), started);
        Tunnel tunnel = transfer.proxy().tunnel();
        micros("duration_us", tunnel == null ? null : tunnel.span());
        json.writeArrayFieldStart("answer");
        if (tunnel != null) {
            for (String line : tunnel.answered()) {
                json.writeString(line);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void times(Transfer transfer) throws IOException {
        Timing timing = transfer.timing();
        json.writeObjectFieldStart("timing_us");
        for (Part part : Part.values()) {
            micros(part.word(), timing.of(part));
        }
        json.writeNumberField("ours", timing.ours().toNanos() / NANOS_PER_MICRO);
        micros("total", timing.total());
        json.writeEndObject();
        json.writeObjectFieldStart("at_us");
        long zero = timing.total().startNanos();
        end("dns_end", timing.of(Part.DNS), zero);
        end("connected", timing.of(Part.CONNECT), zero);
        end("tls_done", transfer.tls() == null ? null : transfer.tls().span(), zero);
        end("sent", transfer.exchange() == null ? null : transfer.exchange().sending(), zero);
        Span body = timing.of(Part.BODY);
        if (body == null) {
            json.writeNullField("first_byte");
        } else {
            json.writeNumberField("first_byte", (body.startNanos() - zero) / NANOS_PER_MICRO);
        }
        end("end", timing.total(), zero);
        json.writeEndObject();
    }

    private void end(String name, @Nullable Span span, long zeroNanos) throws IOException {
        if (span == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, (span.endNanos() - zeroNanos) / NANOS_PER_MICRO);
        }
    }

    private void micros(String name, @Nullable Span span) throws IOException {
        if (span == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, span.durationNanos() / NANOS_PER_MICRO);
        }
    }
}
