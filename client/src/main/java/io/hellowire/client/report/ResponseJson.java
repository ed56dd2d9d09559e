package io.hellowire.client.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.client.exchange.Body;
import io.hellowire.client.exchange.Remark;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.Response.WireFacts;
import io.hellowire.wire.FieldLine;
import io.hellowire.wire.FieldSection;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes what came back as JSON. */
final class ResponseJson {

    private final JsonGenerator json;

    ResponseJson(JsonGenerator json) {
        this.json = json;
    }

    void write(@Nullable Response response) throws IOException {
        if (response == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        head(response);
        body(response.body());
        wire(response.wire());
        json.writeArrayFieldStart("warnings");
        for (Remark remark : response.remarks()) {
            json.writeStartObject();
            json.writeStringField("kind", remark.id());
            json.writeStringField("words", remark.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void head(Response response) throws IOException {
        ResponseHead head = response.head();
        if (head == null) {
            json.writeNullField("status");
            json.writeNullField("reason");
            json.writeNullField("http_version");
        } else {
            json.writeNumberField("status", head.status());
            json.writeStringField("reason", Printable.ofLatin1(head.reason()));
            json.writeStringField("http_version", head.version().replace("HTTP/", ""));
        }
        json.writeArrayFieldStart("interim");
        for (ResponseHead interim : response.interim()) {
            json.writeStartObject();
            json.writeNumberField("status", interim.status());
            json.writeStringField("reason", Printable.ofLatin1(interim.reason()));
            fields("headers", interim);
            json.writeEndObject();
        }
        json.writeEndArray();
        fields("headers", head);
        fields("trailers", response.body() == null ? null : response.body().trailers());
        json.writeNumberField("head_bytes", head == null ? 0 : head.bytes().length);
    }

    private void fields(String name, @Nullable FieldSection section) throws IOException {
        json.writeArrayFieldStart(name);
        if (section != null) {
            for (FieldLine field : section.fields()) {
                json.writeStartArray();
                json.writeString(Printable.ofLatin1(field.name()));
                json.writeString(Printable.ofLatin1(field.value()));
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private void body(@Nullable Body body) throws IOException {
        json.writeNumberField("body_bytes", body == null ? 0 : body.bytes());
        json.writeStringField("framing", body == null ? null : body.framingId());
        json.writeBooleanField("complete", body != null && body.complete());
        json.writeStringField("progress", body == null ? null : body.progress());
        json.writeArrayFieldStart("codings");
        if (body != null) {
            for (String coding : body.codings()) {
                json.writeString(Printable.ofLatin1(coding));
            }
        }
        json.writeEndArray();
        if (body == null || body.decoded() == null) {
            json.writeNullField("decoded_bytes");
        } else {
            json.writeNumberField("decoded_bytes", body.decoded().bytes());
        }
    }

    private void wire(WireFacts wire) throws IOException {
        json.writeNumberField("wire_bytes", wire.received());
        json.writeStringField(
                "close", wire.ending() == null ? null : wire.ending().id());
        json.writeBooleanField("tls_close_notify", wire.closeNotify());
        json.writeObjectFieldStart("sample");
        json.writeNumberField("bytes", wire.sample().length);
        json.writeBooleanField("truncated", wire.received() > wire.sample().length);
        String text = utf8(wire.sample());
        json.writeStringField("encoding", text == null ? "base64" : "utf-8");
        json.writeStringField("text", text);
        if (text == null) {
            json.writeBinaryField("base64", wire.sample());
        } else {
            json.writeNullField("base64");
        }
        json.writeEndObject();
    }

    /** The bytes as text, or {@code null} if they are not UTF-8. */
    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
