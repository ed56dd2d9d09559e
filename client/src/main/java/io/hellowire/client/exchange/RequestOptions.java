package io.hellowire.client.exchange;

import io.hellowire.client.connect.LongBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param line what stands in the request line
 * @param fields the header fields
 * @param body what is sent after the head, or {@code null} for nothing
 * @param raw the bytes to send in place of all of this, or {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares options, and bytes are what is sent
public record RequestOptions(
        Line line, Fields fields, @Nullable Body body, byte @Nullable [] raw) {

    /** What is sent when the user says nothing: GET, HTTP/1.1, and the usual fields. */
    public static RequestOptions defaults() {
        return new RequestOptions(new Line(null, null, Version.HTTP_1_1), Fields.changed(List.of()), null, null);
    }

    /** The same request with another method and body, as a redirect may ask for. */
    public RequestOptions with(@Nullable String otherMethod, @Nullable Body otherBody) {
        return new RequestOptions(new Line(otherMethod, line.target, line.version), fields, otherBody, raw);
    }

    /** The same request with another proof of who we are. */
    public RequestOptions with(@Nullable Authorization other) {
        return with(new Fields(fields.changes, fields.usual, other, fields.compressed));
    }

    /** The same request once more. */
    public RequestOptions again() {
        return fields.authorization == null ? this : with(fields.authorization.again());
    }

    /** The same request without what proves who we are, for another origin. */
    public RequestOptions withoutCredentials() {
        List<HeaderChange> others = fields.changes.stream()
                .filter(change -> !SecretFields.holdsSecret(change.name()))
                .toList();
        return with(new Fields(others, fields.usual, null, fields.compressed));
    }

    /** The same request with other fields. */
    RequestOptions with(Fields others) {
        return new RequestOptions(line, others, body, raw);
    }

    /**
     * The request line, RFC 9112 section 3.
     *
     * @param method the method, or {@code null} for GET, or POST when there is a body
     * @param target what stands in place of path and query, or {@code null}
     * @param version the HTTP version
     */
    public record Line(@Nullable String method, @Nullable String target, Version version) {}

    /**
     * The header fields.
     *
     * @param changes what the user changes about them, in order
     * @param usual which are sent without being asked for
     * @param authorization how we prove who we are, or {@code null} if we do not
     * @param compressed whether compressed bodies are asked for, and decoded
     */
    public record Fields(
            List<HeaderChange> changes,
            UsualFields usual,
            @Nullable Authorization authorization,
            boolean compressed) {

        public Fields {
            changes = List.copyOf(changes);
        }

        /** The usual ones, changed. */
        static Fields changed(List<HeaderChange> changes) {
            return new Fields(changes, UsualFields.ALL, null, false);
        }
    }

    /**
     * What is sent after the head.
     *
     * @param bytes the body, empty if it is long
     * @param rest the body that is long, or {@code null}
     * @param type its Content-Type where the user gives none, or {@code null} for none
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares bodies
    public record Body(
            byte[] bytes, @Nullable LongBody rest, @Nullable String type) {

        /** The same kind of body with nothing in it. */
        Body emptied() {
            return new Body(new byte[0], null, type);
        }

        long length() {
            return rest == null ? bytes.length : rest.bytes();
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
