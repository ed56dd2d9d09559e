package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.exchange.RequestOptions.UsualFields;
import io.hellowire.client.exchange.RequestOptions.Version;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that say what is asked for. */
final class RequestArguments extends Arguments {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Option<String> method =
            named("-X", "--request").text("METHOD", "The method; GET, or POST with -d, HEAD with -I.");

    private final Option<List<String>> headers = named("-H", "--header")
            .texts(
                    "LINE",
                    "A header field, sent as it is: 'Name: value'; 'Name:' leaves ours out, 'Name;' sends it empty.");

    private final Option<List<String>> data = named("-d", "--data")
            .texts("DATA", "Sends this as a form; @FILE reads a file, @- standard input. Line ends are left out.");

    private final Option<List<String>> binary =
            named("--data-binary").texts("DATA", "The same, with line ends; a large file is read as it is sent.");

    private final Option<String> json = named("--json-body").text("DATA", "Sends this as JSON, and asks for JSON.");

    private final Option<Boolean> head = named("-I", "--head").flag("Asks for the head only.");

    private final Option<String> userAgent = named("-A", "--user-agent").text("NAME", "What we call ourselves.");

    private final Option<String> user =
            named("-u", "--user").text("USER:PASSWORD", "Logs in (RFC 7617); the password is not shown.");

    private final Option<Boolean> compressed =
            named("--compressed").negatableFlag("Asks for gzip, deflate, br or zstd, and decodes it.");

    private final Option<Boolean> http10 = named("-0", "--http1.0").flag("Speaks HTTP/1.0.");

    private final Option<Boolean> http11 = named("--http1.1").flag("Speaks HTTP/1.1, which is the default.");

    private final Option<Boolean> http2 =
            named("--http2", "--http2-prior-knowledge", "--http3").hiddenFlag();

    private final Option<Boolean> noHost = named("--no-host").flag("Leaves the Host field out.");

    private final Option<String> target =
            named("--request-target").text("TEXT", "Stands in the request line for path and query.");

    private final Option<String> raw = named("--raw-request")
            .text("BYTES", "Sends these bytes and nothing else: text with \\r \\n \\t \\xNN, @FILE or @-.");

    boolean isCompressed() {
        return compressed.value();
    }

    RequestOptions options(Console console, Profile profile) throws StepException {
        refuseContradictions();
        List<HeaderChange> changes = changes(profile);
        return new RequestOptions(
                head.value() ? "HEAD" : method.given(),
                changes,
                body(console),
                http10.value() ? Version.HTTP_1_0 : profile.version(http11.value()),
                noHost.value() && profile.usualFields() == UsualFields.ALL
                        ? UsualFields.ALL_BUT_HOST
                        : profile.usualFields(),
                target.given(),
                user.given() == null ? null : new Credentials(user.given()),
                compressed.value(),
                raw.given() == null ? null : rawBytes(console, raw.given()));
    }

    /** One for each field, unless -H names it more than once: -H counts before -A and -d, these before the profile. */
    private List<HeaderChange> changes(Profile profile) {
        List<HeaderChange> users =
                headers.value().stream().map(HeaderChange::parse).toList();
        List<HeaderChange> others = new ArrayList<>();
        if (json.given() != null) {
            others.add(new HeaderChange("Accept", "application/json"));
        }
        if (userAgent.given() != null) {
            others.add(new HeaderChange("User-Agent", userAgent.given().isEmpty() ? null : userAgent.given()));
        }
        return over(over(profile.headers(), others), users);
    }

    /** Some changes in their order, but for those that others replace, and then the others. */
    private static List<HeaderChange> over(List<HeaderChange> some, List<HeaderChange> others) {
        List<HeaderChange> all = new ArrayList<>(some);
        all.removeIf(change -> others.stream().anyMatch(other -> other.isOfSameField(change)));
        all.addAll(others);
        return all;
    }

    private void refuseContradictions() throws StepException {
        if (http2.value()) {
            throw new StepException(Failure.of(
                    Phase.INPUT,
                    ExitCode.NOT_BUILT_IN,
                    "not_built_in",
                    "--http2, --http3: not in this version (expected: --http1.0 or --http1.1)"));
        }
        boolean hasBody = !data.value().isEmpty() || !binary.value().isEmpty() || json.given() != null;
        if (raw.given() != null
                && (hasBody || method.given() != null || !headers.value().isEmpty() || head.value())) {
            throw UsageError.of(
                    "--raw-request: together with -d, -X, -H or -I (expected: alone, it is the whole request)");
        }
        if (head.value() && hasBody) {
            throw UsageError.of("--head: together with -d (expected: one of them)");
        }
        if (http10.value() && http11.value()) {
            throw UsageError.of("--http1.0: together with --http1.1 (expected: one of them)");
        }
        if (method.given() != null && !method.given().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw UsageError.of("--request: " + method.given() + " (expected: a method such as GET)");
        }
        if (target.given() != null && !target.given().matches("[\\x21-\\x7e]+")) {
            throw UsageError.of(
                    "--request-target: " + target.given() + " (expected: printable characters without spaces)");
        }
    }

    private @Nullable Body body(Console console) throws StepException {
        if (json.given() != null) {
            return new Body(bytes(console, json.given()), null, "application/json");
        }
        if (data.value().isEmpty() && binary.value().isEmpty()) {
            return null;
        }
        LargeFile large = largeFile();
        if (large != null) {
            return new Body(new byte[0], large, FORM);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String one : data.value()) {
            byte[] bytes = bytes(console, one);
            append(all, one.startsWith("@") ? withoutLineEnds(bytes) : bytes);
        }
        for (String one : binary.value()) {
            append(all, bytes(console, one));
        }
        return new Body(all.toByteArray(), null, FORM);
    }

    /** What is sent as it is need not be read before. */
    private @Nullable LargeFile largeFile() throws StepException {
        String only = data.value().isEmpty() && binary.value().size() == 1
                ? binary.value().get(0)
                : "";
        if (!only.startsWith("@") || only.equals("@-")) {
            return null;
        }
        try {
            return LargeFile.of(Path.of(only.substring(1)));
        } catch (IOException e) {
            throw FileFailure.notRead(only.substring(1), e);
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
            throw FileFailure.notRead(name.equals("-") ? "standard input" : name, e);
        }
    }
}
