package io.hellowire.client.cli;

import io.hellowire.client.cli.Converters.ByteCount;
import io.hellowire.client.cli.Placing.Report;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.report.Style;
import io.hellowire.client.report.Style.Detail;
import io.hellowire.client.report.Style.Screen;
import io.hellowire.client.report.Style.View;
import io.hellowire.client.step.StepException;
import io.hellowire.wire.HeadLimits;
import org.jspecify.annotations.Nullable;

/** The options that say how much is read, and how it is shown. */
final class OutputArguments extends Arguments {

    private static final int MOST_HEAD_BYTES = 1 << 30;

    private final Option<ByteCount> bytes = named("-n", "--bytes")
            .value(
                    "N|all",
                    ByteCount.class,
                    new ByteCount(2000),
                    "Stop after this many bytes of the response, but not inside its head (default: 2000).");

    private final Option<ByteCount> maxFileSize =
            named("--max-filesize").value("N", ByteCount.class, "Refuse longer content.");

    private final Option<ByteCount> limitRate = named("--limit-rate")
            .value("N", ByteCount.class, "Take content no faster than this many bytes a second, such as 100K.");

    private final Option<ByteCount> maxHead = named("--max-head")
            .value("N", ByteCount.class, new ByteCount(300 << 10), "Refuse a longer head (default: 300K).");

    private final Option<Integer> maxFields =
            named("--max-fields").value("N", Integer.class, 5000, "Refuse a head with more fields (default: 5000).");

    private final Option<View> view =
            named("--view").value("HOW", View.class, View.TEXT, "Show the response as text, hex, both or none.");

    private final Option<Boolean> lineEnds = named("--show-crlf").flag("Make line ends visible.");

    private final Option<Boolean> showCertificates =
            named("--show-certs").flag("Show every field and extension of every certificate.");

    private final Option<Boolean> secrets =
            named("--show-secrets").flag("Show the passwords and cookies that are sent.");

    private final Option<boolean[]> verbose =
            named("-v", "--verbose").count("Show more; twice: also the bytes in hex.");

    private final Option<Boolean> quiet = named("-q", "--quiet").flag("Print the verdict only.");

    private final Option<When> color =
            named("--color").value("WHEN", When.class, When.AUTO, "Use colour: auto, always or never.");

    private final Option<Boolean> ascii = named("--ascii").negatableFlag("Draw with ASCII characters only.");

    private final Option<Boolean> explain = named("--explain").flag("Explain each block.");

    private final Option<Boolean> progress =
            named("-#", "--progress-bar").flagThatIsSet("Show a progress bar on a terminal while -o writes a file.");

    void check() throws StepException {
        if (quiet.value() && verbose.value().length > 0) {
            throw UsageError.of("--quiet: together with --verbose (expected: one of them)");
        }
        if (bytes.value().bytes() == 0) {
            throw UsageError.of("--bytes: 0 (expected: 1 or more, or all)");
        }
        if (maxHead.value().bytes() == 0) {
            throw UsageError.of("--max-head: 0 (expected: 1 or more, or all)");
        }
        if (maxFields.value() < 1) {
            throw UsageError.of("--max-fields: " + maxFields.value() + " (expected: 1 or more)");
        }
    }

    /** Whether one of these is about the report, which is of no use without it. */
    boolean asksForReport() {
        return bytes.isGiven()
                || view.isGiven()
                || lineEnds.value()
                || showCertificates.value()
                || secrets.value()
                || verbose.value().length > 0
                || quiet.value()
                || explain.value();
    }

    long budgetBytes(Placing placing) {
        return placing.content() == null ? bytes.value().bytes() : Long.MAX_VALUE;
    }

    int sampleBytes() {
        return (int) Math.min(bytes.value().bytes(), ResponseOptions.MOST_SAMPLE_BYTES);
    }

    @Nullable
    Long maxContentBytes() {
        return maxFileSize.given() == null ? null : (Long) maxFileSize.given().bytes();
    }

    /** How many bytes a second are taken, or {@code null} for as many as come. */
    @Nullable
    Long bytesPerSecond() {
        return limitRate.given() == null || limitRate.given().bytes() == 0
                ? null
                : (Long) limitRate.given().bytes();
    }

    /** Whether as much is wanted as comes, which takes as long as it takes. */
    boolean readsEverything(Placing placing) {
        return budgetBytes(placing) == Long.MAX_VALUE;
    }

    HeadLimits headLimits() {
        int bytes = (int) Math.min(maxHead.value().bytes(), MOST_HEAD_BYTES);
        return new HeadLimits(bytes, bytes, maxFields.value());
    }

    boolean showsProgress(Console console) {
        return progress.value() && !quiet.value() && console.terminal().errorIsTerminal();
    }

    Style style(Console console, Placing placing) {
        boolean unicode = console.terminal().unicode() && !ascii.value();
        return new Style(
                new Screen(console.terminal().columns(), unicode, colored(console, placing)),
                verbose.value().length > 1 ? View.BOTH : view.value(),
                lineEnds.value(),
                quiet.value()
                        ? Detail.VERDICT
                        : verbose.value().length > 0 || showCertificates.value() ? Detail.MORE : Detail.USUAL,
                explain.value(),
                secrets.value());
    }

    /** NO_COLOR and FORCE_COLOR count when they are not empty. */
    private boolean colored(Console console, Placing placing) {
        if (color.value() != When.AUTO) {
            return color.value() == When.ALWAYS;
        }
        if (!console.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        boolean shown = placing.report() == Report.ON_OUTPUT
                ? console.terminal().outputIsTerminal()
                : console.terminal().errorIsTerminal();
        boolean terminal = shown && !console.variable("TERM").equals("dumb");
        return terminal || !console.variable("FORCE_COLOR").isEmpty();
    }

    /** When colour is used. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }
}
