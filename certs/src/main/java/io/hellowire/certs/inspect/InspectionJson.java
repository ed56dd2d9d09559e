package io.hellowire.certs.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.certs.inspect.Inspection.Inspected;
import io.hellowire.certs.read.NameConstraints;
import io.hellowire.certs.read.Subtree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an inspection as one JSON object, as {@code inspection.schema.json} beside this class describes it. */
public final class InspectionJson {

    /** All else as a backslash, u and four digits; the control character DEL is ASCII, too. */
    private static final char LAST_WRITTEN_AS_ITSELF = '~';

    private static final JsonFactory JSON = new JsonFactory();

    private InspectionJson() {}

    /** One object over several lines, in ASCII, so that nothing in it can harm a terminal. */
    public static String of(Inspection inspection) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)
                .setHighestNonEscapedChar(LAST_WRITTEN_AS_ITSELF)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("source", inspection.source());
            json.writeStringField("format", inspection.format());
            json.writeStringField("time", inspection.time().toString());
            writeTexts(json, "privateKeys", inspection.keys());
            json.writeArrayFieldStart("certificates");
            for (Inspected certificate : inspection.certificates()) {
                write(json, certificate, inspection.time());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("verdicts");
            for (Verdict verdict : inspection.verdicts()) {
                write(json, verdict);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Inspected inspected, Instant now) throws IOException {
        CertificateFacts certificate = inspected.facts();
        json.writeStartObject();
        json.writeStringField("subject", certificate.subject());
        json.writeStringField("issuer", certificate.issuer().name());
        json.writeBooleanField("selfSigned", certificate.selfSigned());
        json.writeStringField("serial", certificate.issuer().serial().text());
        json.writeStringField("notBefore", certificate.validity().notBefore().toString());
        json.writeStringField("notAfter", certificate.validity().notAfter().toString());
        json.writeNumberField(
                "daysLeft",
                Duration.between(now, certificate.validity().notAfter()).toDays());
        writeTexts(json, "dnsNames", certificate.names().dnsNames());
        writeTexts(json, "ipAddresses", certificate.names().addresses());
        writeTexts(json, "otherNames", certificate.names().others());
        json.writeStringField("key", certificate.key().toString());
        json.writeStringField("signature", certificate.issuer().signature());
        writeTexts(json, "keyUsage", certificate.usages().key());
        writeTexts(json, "extendedKeyUsage", certificate.usages().purposes());
        json.writeBooleanField("authority", certificate.authority());
        writeLimits(json, certificate.extensions());
        json.writeArrayFieldStart("extensions");
        for (ExtensionText extension : inspected.extensions()) {
            write(json, extension);
        }
        json.writeEndArray();
        json.writeStringField("sha256", certificate.sha256());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ExtensionText extension) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", extension.name());
        json.writeBooleanField("critical", extension.critical());
        json.writeStringField("value", extension.value());
        json.writeEndObject();
    }

    private static void writeLimits(JsonGenerator json, ExtensionFacts extensions) throws IOException {
        json.writeFieldName("pathLength");
        if (extensions.pathLength() == null) {
            json.writeNull();
        } else {
            json.writeNumber(extensions.pathLength());
        }
        NameConstraints names = extensions.names();
        writeTexts(json, "permittedNames", names == null ? null : bases(names.permitted()));
        writeTexts(json, "excludedNames", names == null ? null : bases(names.excluded()));
    }

    private static List<String> bases(List<Subtree> subtrees) {
        return subtrees.stream().map(Subtree::base).toList();
    }

    private static void write(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", verdict.name());
        json.writeStringField("client", verdict.client().toString());
        json.writeBooleanField("accepts", verdict.accepts());
        writeTexts(json, "objections", verdict.reasons());
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, @Nullable List<String> texts) throws IOException {
        if (texts == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
