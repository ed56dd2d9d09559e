package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.connect.Chunks;
import io.hellowire.client.connect.LongBody;
import io.hellowire.client.exchange.Request.TargetForm;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.exchange.RequestOptions.Fields;
import io.hellowire.client.exchange.RequestOptions.UsualFields;
import io.hellowire.client.url.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of a request: the fields that every request has, then the user's in the order given. A field that
 * the user gives, or takes away, replaces ours.
 */
final class RequestWriter {

    private final RequestOptions options;
    private final Fields fields;
    private final Target target;
    private final String userAgent;
    private final @Nullable Body body;
    private final List<String> lines = new ArrayList<>();

    /** @param userAgent what we call ourselves */
    RequestWriter(RequestOptions options, Target target, String userAgent) {
        this.options = options;
        this.fields = options.fields();
        this.target = target;
        this.userAgent = userAgent;
        Authorization authorization = fields.authorization();
        boolean isQuestion = authorization != null && authorization.isQuestion();
        this.body = options.body() != null && isQuestion ? options.body().emptied() : options.body();
    }

    /**
     * The request.
     *
     * @param form how the target is named in the request line
     * @param more fields that this transfer needs, such as Cookie and Range
     */
    Request write(TargetForm form, List<HeaderChange> more) {
        if (options.raw() != null) {
            return raw(options.raw());
        }
        String method = method();
        lines.add(method + " " + requestTarget(form) + " "
                + options.line().version().word());
        usual(form, more);
        fields.changes().forEach(this::users);
        framing();
        return assembled(method);
    }

    private String method() {
        if (options.line().method() != null) {
            return options.line().method();
        }
        return body == null ? "GET" : "POST";
    }

    private String requestTarget(TargetForm form) {
        if (options.line().target() != null) {
            return options.line().target();
        }
        return form == TargetForm.ABSOLUTE ? target.url() : target.requestTarget();
    }

    /** In the order of curl: some servers know clients by it. */
    private void usual(TargetForm form, List<HeaderChange> more) {
        boolean any = fields.usual() != UsualFields.NONE;
        if (hostIsOurs()) {
            host();
        }
        more.stream().filter(RequestWriter::isEarly).forEach(field -> ours(field.name(), field.value()));
        if (fields.authorization() != null) {
            ours("Authorization", fields.authorization().value(method(), requestTarget(form)));
        }
        fields.changes().stream().filter(RequestWriter::isRange).forEach(range -> add(range.name(), range.value()));
        if (any) {
            ours("User-Agent", userAgent);
            ours("Accept", "*/*");
        }
        if (fields.compressed()) {
            ours("Accept-Encoding", ContentCoding.accepted());
        }
        more.stream().filter(field -> !isEarly(field)).forEach(field -> ours(field.name(), field.value()));
        if (any && fields.usual() != UsualFields.AS_CURL) {
            ours("Connection", "close");
        }
        if (form == TargetForm.ABSOLUTE && fields.usual() == UsualFields.AS_CURL) {
            ours("Proxy-Connection", "Keep-Alive");
        }
    }

    private void framing() {
        if (body != null) {
            if (!isChunked()) {
                ours("Content-Length", String.valueOf(body.length()));
            }
            ours("Content-Type", body.type());
        }
    }

    private static boolean isEarly(HeaderChange field) {
        return field.name().equals("Proxy-Authorization") || isRange(field);
    }

    private static boolean isRange(HeaderChange field) {
        return field.name().equalsIgnoreCase("Range");
    }

    private boolean hostIsOurs() {
        return fields.usual() != UsualFields.NONE && fields.usual() != UsualFields.ALL_BUT_HOST;
    }

    /** RFC 9110 section 7.2 wants it first, also where the user gives its value. */
    private void host() {
        HeaderChange users = changeOf("Host");
        if (users == null) {
            lines.add("Host: " + target.hostField());
        } else {
            add(users.name(), users.value());
        }
    }

    private void ours(String name, @Nullable String value) {
        if (changeOf(name) == null) {
            add(name, value);
        }
    }

    private void users(HeaderChange change) {
        if (!isRange(change) && !(hostIsOurs() && change.equals(changeOf("Host")))) {
            add(change.name(), change.value());
        }
    }

    private void add(String name, @Nullable String value) {
        if (value != null) {
            lines.add(value.isEmpty() ? name + ":" : name + ": " + value);
        }
    }

    private @Nullable HeaderChange changeOf(String name) {
        return fields.changes().stream()
                .filter(change -> change.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private Request assembled(String method) {
        String head = String.join("\r\n", lines) + "\r\n\r\n";
        byte[] headBytes = head.getBytes(UTF_8);
        if (body == null) {
            return new Request(method, headBytes, headBytes.length, null);
        }
        byte[] content = isChunked() && body.rest() == null ? Chunks.of(body.bytes()) : body.bytes();
        LongBody rest = isChunked() && body.rest() != null ? body.rest().inChunks() : body.rest();
        byte[] bytes = Arrays.copyOf(headBytes, headBytes.length + content.length);
        System.arraycopy(content, 0, bytes, headBytes.length, content.length);
        return new Request(method, bytes, headBytes.length, rest);
    }

    /** Whether the user says so, RFC 9112 section 7.1: what is said is what is sent. */
    private boolean isChunked() {
        HeaderChange coding = changeOf("Transfer-Encoding");
        return coding != null
                && coding.value() != null
                && coding.value().toLowerCase(Locale.ROOT).matches("(.*,)?[ \t]*chunked[ \t]*");
    }

    private static Request raw(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int space = text.indexOf(' ');
        int crlf = text.indexOf("\r\n\r\n");
        int lf = text.indexOf("\n\n");
        int end = crlf >= 0 ? crlf + 4 : lf >= 0 ? lf + 2 : bytes.length;
        return new Request(space < 0 ? "" : text.substring(0, space), bytes, end, null);
    }
}
