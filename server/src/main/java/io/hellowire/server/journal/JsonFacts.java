package io.hellowire.server.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.TlsFacts;
import io.hellowire.wire.tls.ClientHello;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what entries of several kinds have in common as members of a JSON object. */
final class JsonFacts {

    private final JsonGenerator json;

    /** @param json is inside an object whenever this is used */
    JsonFacts(JsonGenerator json) {
        this.json = json;
    }

    /** Writes members for the connection. */
    void connection(Connection connection) throws IOException {
        json.writeNumberField("connection", connection.number());
        json.writeStringField("peer", connection.peerText());
        json.writeStringField("scheme", connection.port().scheme());
        TlsFacts tls = connection.tls();
        if (tls != null) {
            tls(tls);
        }
    }

    private void tls(TlsFacts tls) throws IOException {
        json.writeObjectFieldStart("tls");
        json.writeStringField("version", tls.version());
        json.writeStringField("cipher", tls.cipher());
        optional("serverName", tls.serverName());
        optional("protocol", tls.protocol());
        TlsFacts.ClientCertificate client = tls.client();
        if (client != null) {
            json.writeObjectFieldStart("clientCertificate");
            json.writeStringField("subject", client.subject());
            json.writeStringField("sha256", client.fingerprint());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes the member {@code clientHello}. */
    void clientHello(ClientHello hello) throws IOException {
        json.writeObjectFieldStart("clientHello");
        optional("serverName", hello.serverName());
        strings("versions", hello.offer().versionNames());
        strings("protocols", hello.offer().protocols());
        strings("cipherSuites", hello.offer().suiteNames());
        json.writeEndObject();
    }

    /** Writes an array of pairs of name and value. */
    void fields(String field, int count, TextOf name, TextOf value) throws IOException {
        json.writeArrayFieldStart(field);
        for (int i = 0; i < count; i++) {
            json.writeStartArray();
            json.writeString(name.at(i));
            json.writeString(value.at(i));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void strings(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes a member unless there is nothing to write. */
    void optional(String field, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    /** The text with this number. */
    interface TextOf {
        String at(int number);
    }
}
