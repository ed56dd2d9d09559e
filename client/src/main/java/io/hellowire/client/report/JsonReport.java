package io.hellowire.client.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.client.FetchReport;
import io.hellowire.client.Transfer;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.step.Failure;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fetch as one line of JSON, for programs: times are whole microseconds, {@code null} is what did not happen, header
 * fields are pairs in order. Fields are only ever added; {@code report.schema.json} beside this class describes them.
 */
public final class JsonReport {

    /** What the schema is called; the number changes if a field ever goes. */
    public static final String SCHEMA = "hellowire.client/1";

    /** All else as a backslash, u and four digits: a program reads the same, and nothing that a peer sends harms a terminal. */
    private static final char LAST_WRITTEN_AS_ITSELF = '~';

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String version;
    private final boolean secretsShown;

    /** A writer of reports by this version of the tool. */
    public JsonReport(String version, boolean secretsShown) {
        this.version = version;
        this.secretsShown = secretsShown;
    }

    /** The object on one line, without a line end. */
    public String of(FetchReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).setHighestNonEscapedChar(LAST_WRITTEN_AS_ITSELF)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeBooleanField("ok", report.failure() == null);
            json.writeNumberField("exit_code", report.exitCode().number());
            json.writeStringField("started", report.started().toString());
            tool(json, report);
            json.writeStringField("url", Printable.ofText(report.url()));
            request(json, report);
            json.writeArrayFieldStart("hops");
            for (Transfer transfer : report.transfers()) {
                new TransferJson(json).write(transfer, report.started());
            }
            json.writeEndArray();
            error(json, report.failure());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private void tool(JsonGenerator json, FetchReport report) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("version", version);
        json.writeStringField("java", Runtime.version().toString());
        json.writeStringField("tls_provider", report.tlsLibrary());
        json.writeEndObject();
    }

    private void request(JsonGenerator json, FetchReport report) throws IOException {
        Transfer first =
                report.transfers().isEmpty() ? null : report.transfers().get(0);
        Request request = first == null ? null : first.request();
        if (first == null || request == null) {
            json.writeNullField("request");
            return;
        }
        json.writeObjectFieldStart("request");
        json.writeStringField("method", Printable.ofLatin1(request.method()));
        json.writeStringField("url", Printable.ofText(first.target().url()));
        json.writeBooleanField("scheme_assumed", first.target().schemeAssumed());
        List<String> lines = secretsShown ? request.headLines() : request.headLinesWithoutSecrets();
        json.writeStringField("request_line", lines.isEmpty() ? "" : Printable.ofLatin1(lines.get(0)));
        json.writeArrayFieldStart("headers");
        for (String line : lines.stream().skip(1).toList()) {
            pair(json, line);
        }
        json.writeEndArray();
        json.writeNumberField("bytes_sent", request.length());
        json.writeNumberField("body_bytes", request.bodyBytes());
        json.writeEndObject();
    }

    private static void pair(JsonGenerator json, String line) throws IOException {
        int colon = line.indexOf(':');
        json.writeStartArray();
        json.writeString(Printable.ofLatin1(colon < 0 ? line : line.substring(0, colon)));
        json.writeString(
                colon < 0 ? "" : Printable.ofLatin1(line.substring(colon + 1).strip()));
        json.writeEndArray();
    }

    private static void error(JsonGenerator json, @Nullable Failure failure) throws IOException {
        if (failure == null) {
            json.writeNullField("error");
            return;
        }
        json.writeObjectFieldStart("error");
        json.writeStringField("phase", failure.phase().word());
        json.writeStringField("kind", failure.kind());
        json.writeNumberField("exit_code", failure.exitCode().number());
        json.writeStringField("message", failure.message());
        json.writeArrayFieldStart("hints");
        for (String hint : failure.hints()) {
            json.writeString(hint);
        }
        json.writeEndArray();
        json.writeStringField("cause", failure.cause() == null ? null : Printable.ofText(failure.cause()));
        json.writeEndObject();
    }
}
