package io.hellowire.client.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.certs.inspect.ExtensionText;
import io.hellowire.client.tls.ChainCertificate;
import io.hellowire.client.tls.Finding;
import io.hellowire.client.tls.PeerVerdict;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.tls.TlsFacts.Agreed;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how TLS went as JSON. */
final class TlsJson {

    private final JsonGenerator json;

    TlsJson(JsonGenerator json) {
        this.json = json;
    }

    void write(@Nullable TlsFacts tls, Instant now) throws IOException {
        if (tls == null) {
            json.writeNull();
            return;
        }
        Agreed agreed = tls.agreed();
        json.writeStartObject();
        json.writeStringField("version", agreed.version());
        json.writeStringField("cipher", agreed.cipher());
        json.writeStringField("group", agreed.group());
        json.writeStringField("alpn", agreed.protocol() == null ? null : Printable.ofText(agreed.protocol()));
        json.writeStringField("sni", tls.hello().serverName());
        json.writeBooleanField("resumed", false);
        json.writeStringField("alert", tls.alert() == null ? null : tls.alert().id());
        verdict(tls.verdict());
        json.writeArrayFieldStart("chain");
        for (ChainCertificate certificate : tls.chain()) {
            certificate(certificate, now);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void verdict(@Nullable PeerVerdict verdict) throws IOException {
        if (verdict == null) {
            json.writeNullField("verify");
            return;
        }
        json.writeObjectFieldStart("verify");
        json.writeBooleanField("enforced", verdict.enforced());
        json.writeBooleanField("ok", verdict.isGood());
        json.writeStringField("trust", verdict.trust().problems().isEmpty() ? "ok" : "failed");
        json.writeStringField("name", verdict.name().problem() == null ? "ok" : "failed");
        json.writeStringField("reference", Printable.ofText(verdict.name().reference()));
        json.writeStringField("matched", verdict.name().matched());
        json.writeStringField("roots", verdict.trust().roots());
        findings("reasons", verdict.problems());
        findings("oddities", verdict.oddities());
        json.writeEndObject();
    }

    private void findings(String name, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart(name);
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind());
            json.writeStringField("words", finding.words());
            json.writeStringField("fix", finding.fix());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void certificate(ChainCertificate certificate, Instant now) throws IOException {
        json.writeStartObject();
        json.writeStringField("subject", certificate.subject());
        json.writeStringField("issuer", certificate.issuer());
        json.writeStringField("serial", certificate.serial());
        json.writeArrayFieldStart("sans");
        for (String name : certificate.names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeStringField("key", certificate.key());
        json.writeStringField("sig", certificate.signature());
        json.writeStringField("not_before", certificate.notBefore().toString());
        json.writeStringField("not_after", certificate.notAfter().toString());
        json.writeNumberField(
                "days_left", Duration.between(now, certificate.notAfter()).toDays());
        json.writeStringField("sha256", certificate.sha256());
        json.writeStringField("spki_sha256", certificate.pin().toString());
        json.writeBooleanField("ca", certificate.ca());
        json.writeBooleanField("sent", certificate.sent());
        json.writeArrayFieldStart("extensions");
        for (ExtensionText extension : certificate.extensions()) {
            json.writeStartObject();
            json.writeStringField("name", extension.name());
            json.writeBooleanField("critical", extension.critical());
            json.writeStringField("value", extension.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
