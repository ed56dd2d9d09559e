package io.hellowire.client.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Curl's variables as one object of JSON. */
final class CurlJson {

    private CurlJson() {}

    /** @param values texts, numbers, or lists of what a peer sent */
    static String of(Map<String, @Nullable Object> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setHighestNonEscapedChar('~')) {
            json.writeStartObject();
            for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object member : list) {
                json.writeString(Printable.ofLatin1(String.valueOf(member)));
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal seconds) {
            json.writeNumber(seconds);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value == null ? null : value.toString());
        }
    }
}
