package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.exchange.Credentials;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.exchange.RequestOptions.UsualFields;
import io.hellowire.client.exchange.RequestOptions.Version;
import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is asked for. */
final class RequestArguments {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Option(
            names = {"-X", "--request"},
            paramLabel = "METHOD",
            description = "The method; GET, or POST with -d, HEAD with -I.")
    private @Nullable String method;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "LINE",
            description =
                    "A header field, sent as it is: 'Name: value'; 'Name:' leaves ours out, 'Name;' sends it empty.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "DATA",
            description = "Sends this as a form; @FILE reads a file, @- standard input. Line ends are left out.")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--data-binary",
            paramLabel = "DATA",
            description = "The same, with line ends; a large file is read as it is sent.")
    private List<String> binary = new ArrayList<>();

    @Option(names = "--json-body", paramLabel = "DATA", description = "Sends this as JSON, and asks for JSON.")
    private @Nullable String json;

    @Option(
            names = {"-I", "--head"},
            description = "Asks for the head only.")
    private boolean head;

    @Option(
            names = {"-A", "--user-agent"},
            paramLabel = "NAME",
            description = "What we call ourselves.")
    private @Nullable String userAgent;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER:PASSWORD",
            description = "Logs in (RFC 7617); the password is not shown.")
    private @Nullable String user;

    @Option(
            names = "--compressed",
            negatable = true,
            description = "Asks for gzip, deflate, br or zstd, and decodes it.")
    private boolean compressed;

    @Option(
            names = {"-0", "--http1.0"},
            description = "Speaks HTTP/1.0.")
    private boolean http10;

    @Option(names = "--http1.1", description = "Speaks HTTP/1.1, which is the default.")
    private boolean http11;

    @Option(
            names = {"--http2", "--http2-prior-knowledge", "--http3"},
            hidden = true)
    private boolean http2;

    @Option(names = "--no-host", description = "Leaves the Host field out.")
    private boolean noHost;

    @Option(
            names = "--request-target",
            paramLabel = "TEXT",
            description = "Stands in the request line for path and query.")
    private @Nullable String target;

    @Option(
            names = "--raw-request",
            paramLabel = "BYTES",
            description = "Sends these bytes and nothing else: text with \\r \\n \\t \\xNN, @FILE or @-.")
    private @Nullable String raw;

    boolean isCompressed() {
        return compressed;
    }

    RequestOptions options(Console console, Profile profile) throws StepException {
        refuseContradictions();
        List<HeaderChange> changes = new ArrayList<>(profile.headers());
        for (String header : headers) {
            changes.add(HeaderChange.parse(header));
        }
        if (json != null) {
            changes.add(new HeaderChange("Accept", "application/json"));
        }
        if (userAgent != null) {
            changes.add(new HeaderChange("User-Agent", userAgent.isEmpty() ? null : userAgent));
        }
        return new RequestOptions(
                head ? "HEAD" : method,
                changes,
                body(console),
                http10 ? Version.HTTP_1_0 : profile.version(http11),
                noHost && profile.usualFields() == UsualFields.ALL ? UsualFields.ALL_BUT_HOST : profile.usualFields(),
                target,
                user == null ? null : new Credentials(user),
                compressed,
                raw == null ? null : rawBytes(console, raw));
    }

    private void refuseContradictions() throws StepException {
        if (http2) {
            throw new StepException(Failure.of(
                    Phase.INPUT,
                    ExitCode.NOT_BUILT_IN,
                    "not_built_in",
                    "--http2, --http3: not in this version (expected: --http1.0 or --http1.1)"));
        }
        boolean hasBody = !data.isEmpty() || !binary.isEmpty() || json != null;
        if (raw != null && (hasBody || method != null || !headers.isEmpty() || head)) {
            throw Wrong.of("--raw-request: together with -d, -X, -H or -I (expected: alone, it is the whole request)");
        }
        if (head && hasBody) {
            throw Wrong.of("--head: together with -d (expected: one of them)");
        }
        if (http10 && http11) {
            throw Wrong.of("--http1.0: together with --http1.1 (expected: one of them)");
        }
        if (method != null && !method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw Wrong.of("--request: " + method + " (expected: a method such as GET)");
        }
        if (target != null && !target.matches("[\\x21-\\x7e]+")) {
            throw Wrong.of("--request-target: " + target + " (expected: printable characters without spaces)");
        }
    }

    private @Nullable Body body(Console console) throws StepException {
        if (json != null) {
            return new Body(bytes(console, json), null, "application/json");
        }
        if (data.isEmpty() && binary.isEmpty()) {
            return null;
        }
        LargeFile large = largeFile();
        if (large != null) {
            return new Body(new byte[0], large, FORM);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String one : data) {
            byte[] bytes = bytes(console, one);
            append(all, one.startsWith("@") ? withoutLineEnds(bytes) : bytes);
        }
        for (String one : binary) {
            append(all, bytes(console, one));
        }
        return new Body(all.toByteArray(), null, FORM);
    }

    /** What is sent as it is need not be read before. */
    private @Nullable LargeFile largeFile() throws StepException {
        String only = data.isEmpty() && binary.size() == 1 ? binary.get(0) : "";
        if (!only.startsWith("@") || only.equals("@-")) {
            return null;
        }
        try {
            return LargeFile.of(Path.of(only.substring(1)));
        } catch (IOException e) {
            throw NotRead.from(only.substring(1), e);
        }
    }

    private static void append(ByteArrayOutputStream all, byte[] bytes) {
        if (all.size() > 0) {
            all.write('&');
        }
        all.writeBytes(bytes);
    }

    private static byte[] withoutLineEnds(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replaceAll("[\r\n]", "").getBytes(ISO_8859_1);
    }

    private static byte[] bytes(Console console, String text) throws StepException {
        return text.startsWith("@") ? file(console, text.substring(1)) : text.getBytes(UTF_8);
    }

    private static byte[] rawBytes(Console console, String text) throws StepException {
        return text.startsWith("@") ? file(console, text.substring(1)) : Escapes.bytes(text);
    }

    private static byte[] file(Console console, String name) throws StepException {
        try {
            return name.equals("-") ? console.in().readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (IOException e) {
            throw NotRead.from(name.equals("-") ? "standard input" : name, e);
        }
    }
}
