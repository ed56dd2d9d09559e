package io.hellowire.client.exchange;

import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.url.Credentials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param method the method, or {@code null} for GET, or POST when there is a body
 * @param headers what is changed about the header fields, in order
 * @param body what is sent after the head, or {@code null} for nothing
 * @param version the HTTP version
 * @param usualFields which fields are sent without being asked for
 * @param requestTarget what stands in the request line in place of path and query, or {@code null}
 * @param credentials what is sent as Authorization, or {@code null}
 * @param compressed whether compressed bodies are asked for, and decoded
 * @param raw the bytes to send in place of all of this, or {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares options, and bytes are what is sent
public record RequestOptions(
        @Nullable String method,
        List<HeaderChange> headers,
        @Nullable Body body,
        Version version,
        UsualFields usualFields,
        @Nullable String requestTarget,
        @Nullable Credentials credentials,
        boolean compressed,
        byte @Nullable [] raw) {

    public RequestOptions {
        headers = List.copyOf(headers);
    }

    /** What is sent when the user says nothing: GET, HTTP/1.1, and the usual fields. */
    public static RequestOptions defaults() {
        return new RequestOptions(null, List.of(), null, Version.HTTP_1_1, UsualFields.ALL, null, null, false, null);
    }

    /** The same request with another method and body, as a redirect may ask for. */
    public RequestOptions with(@Nullable String otherMethod, @Nullable Body otherBody) {
        return new RequestOptions(
                otherMethod, headers, otherBody, version, usualFields, requestTarget, credentials, compressed, raw);
    }

    /** The same request with a user and password. */
    public RequestOptions with(Credentials others) {
        return new RequestOptions(method, headers, body, version, usualFields, requestTarget, others, compressed, raw);
    }

    /** The same request without what proves who we are, for another origin. */
    public RequestOptions withoutCredentials() {
        List<HeaderChange> others = headers.stream()
                .filter(change -> !SecretFields.holdsSecret(change.name()))
                .toList();
        return new RequestOptions(method, others, body, version, usualFields, requestTarget, null, compressed, raw);
    }

    /**
     * What is sent after the head.
     *
     * @param bytes the body, as far as it is no large file
     * @param file the body that is one, or {@code null}
     * @param type its Content-Type where the user gives none, or {@code null} for none
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares bodies
    public record Body(
            byte[] bytes,
            @Nullable LargeFile file,
            @Nullable String type) {

        long length() {
            return bytes.length + (file == null ? 0 : file.bytes());
        }
    }

    /** The versions that are spoken. */
    public enum Version {
        HTTP_1_0("HTTP/1.0"),
        HTTP_1_1("HTTP/1.1");

        private final String word;

        Version(String word) {
            this.word = word;
        }

        /** As in the request line. */
        public String word() {
            return word;
        }
    }

    /** Which fields are sent without being asked for. */
    public enum UsualFields {
        /** Host, User-Agent, Accept and Connection. */
        ALL,
        /** All but Host. */
        ALL_BUT_HOST,
        /** Those of curl: Host, User-Agent and Accept. */
        AS_CURL,
        /** None at all, as the smallest devices do. */
        NONE
    }
}
