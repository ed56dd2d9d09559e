package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.exchange.Authorization;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.RequestOptions.Fields;
import io.hellowire.client.exchange.RequestOptions.Line;
import io.hellowire.client.exchange.RequestOptions.UsualFields;
import io.hellowire.client.exchange.RequestOptions.Version;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that say what is asked for. */
final class RequestArguments extends Arguments {

    private final Option<String> method =
            named("-X", "--request").text("METHOD", "Request method (default: GET, POST with -d, HEAD with -I).");

    private final Option<List<String>> headers = named("-H", "--header")
            .texts(
                    "LINE",
                    "Header field, sent as it is: 'Name: value'; 'Name:' removes ours, 'Name;' sends it empty; @FILE"
                            + " has one on each line.");

    private final Option<Boolean> head = named("-I", "--head").flag("Request the head only.");

    private final Option<String> userAgent = named("-A", "--user-agent").text("NAME", "Value of the User-Agent field.");

    private final Option<String> referer = named("-e", "--referer").text("URL", "Value of the Referer field.");

    private final Option<String> range = named("-r", "--range").text("FROM-TO", "Request these bytes only.");

    private final Option<String> condition = named("-z", "--time-cond")
            .text("DATE|FILE", "Request it only if it changed since then; with - in front, only if it did not.");

    private final Option<Boolean> compressed =
            named("--compressed").negatableFlag("Ask for gzip, deflate, br or zstd, and decode it.");

    private final Option<Boolean> http10 = named("-0", "--http1.0").flag("Use HTTP/1.0.");

    private final Option<Boolean> http11 = named("--http1.1").flag("Use HTTP/1.1 (default).");

    private final Option<Boolean> http2 =
            named("--http2", "--http2-prior-knowledge", "--http3").hiddenFlag();

    private final Option<Boolean> noHost = named("--no-host").flag("Leave the Host field out.");

    private final Option<String> target =
            named("--request-target").text("TEXT", "Use this in the request line in place of path and query.");

    private final Option<String> raw = named("--raw-request")
            .text("BYTES", "Send these bytes and nothing else: text with \\r \\n \\t \\xNN, @FILE or @-.");

    boolean isCompressed() {
        return compressed.value();
    }

    /** Whether the head is what is wanted, and no content. */
    boolean isHead() {
        return head.value();
    }

    RequestOptions options(Console console, Profile profile, DataArguments data, @Nullable Authorization authorization)
            throws StepException {
        refuseContradictions(data);
        UsualFields usual = profile.usualFields();
        Fields fields = new Fields(
                changes(console, profile, data),
                noHost.value() && usual == UsualFields.ALL ? UsualFields.ALL_BUT_HOST : usual,
                authorization,
                compressed.value());
        Version version = http10.value() ? Version.HTTP_1_0 : profile.version(http11.value());
        return new RequestOptions(
                new Line(method(data), target.given(), version),
                fields,
                data.body(console),
                raw.given() == null ? null : rawBytes(console, raw.given()));
    }

    private @Nullable String method(DataArguments data) {
        if (head.value()) {
            return "HEAD";
        }
        return method.given() == null ? data.method() : method.given();
    }

    /** What we call ourselves, unless a header field says otherwise. */
    String userAgent(Profile profile) {
        String name = userAgent.given();
        return name == null || name.isEmpty() ? profile.userAgent() : name;
    }

    /** One for each field, unless -H names it more than once: -H counts before -A and -d, these before the profile. */
    private List<HeaderChange> changes(Console console, Profile profile, DataArguments data) throws StepException {
        List<HeaderChange> users = ofUser(console);
        List<HeaderChange> ofProfile = new ArrayList<>(profile.headers());
        List<HeaderChange> others = new ArrayList<>();
        if (userAgent.given() != null) {
            ofProfile.removeIf(change -> change.name().equals("User-Agent"));
        }
        if (userAgent.given() != null && userAgent.given().isEmpty()) {
            others.add(new HeaderChange("User-Agent", null));
        }
        if (range.given() != null) {
            others.add(range(range.given()));
        }
        if (condition.given() != null) {
            others.add(TimeCondition.parse(condition.given()));
        }
        if (referer.given() != null) {
            others.add(new HeaderChange("Referer", referer.given()));
        }
        List<HeaderChange> all = over(over(ofProfile, others), users);
        data.fields().stream()
                .filter(field -> all.stream().noneMatch(field::isOfSameField))
                .forEach(all::add);
        return all;
    }

    private List<HeaderChange> ofUser(Console console) throws StepException {
        List<HeaderChange> changes = new ArrayList<>();
        for (String header : headers.value()) {
            if (header.startsWith("@")) {
                String lines = new String(DataPart.file(console, header.substring(1)), UTF_8);
                lines.lines()
                        .filter(line -> !line.isBlank())
                        .map(HeaderChange::parse)
                        .forEach(changes::add);
            } else {
                changes.add(HeaderChange.parse(header));
            }
        }
        return changes;
    }

    /** Some changes in their order, but for those that others replace, and then the others. */
    private static List<HeaderChange> over(List<HeaderChange> some, List<HeaderChange> others) {
        List<HeaderChange> all = new ArrayList<>(some);
        all.removeIf(change -> others.stream().anyMatch(other -> other.isOfSameField(change)));
        all.addAll(others);
        return all;
    }

    private static HeaderChange range(String text) throws StepException {
        if (!text.matches("[0-9]*-[0-9]*(,[0-9]*-[0-9]*)*+")) {
            throw UsageError.of("--range: " + text + " (expected: such as 0-499, 500- or -500)");
        }
        return new HeaderChange("Range", "bytes=" + text);
    }

    private void refuseContradictions(DataArguments data) throws StepException {
        if (http2.value()) {
            throw new StepException(Failure.of(
                    Phase.INPUT,
                    ExitCode.NOT_BUILT_IN,
                    "not_built_in",
                    "--http2, --http3: not in this version (expected: --http1.0 or --http1.1)"));
        }
        data.refuseContradictions();
        boolean hasBody = data.hasBody();
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

    private static byte[] rawBytes(Console console, String text) throws StepException {
        return text.startsWith("@") ? DataPart.file(console, text.substring(1)) : Escapes.bytes(text);
    }
}
