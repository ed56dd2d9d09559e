package io.hellowire.client.cli;

import io.hellowire.capture.Capture;
import io.hellowire.client.Expectations;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchOptions.Overall;
import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.FetchReport;
import io.hellowire.client.WarmUp;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.report.Language;
import io.hellowire.client.report.ProgramTask;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.hellowire.wire.Printable;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command {@code hellowire-client}: fetches each URL and prints a report about it. */
final class FetchCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();

    private final PositionalParamSpec urls = PositionalParamSpec.builder()
            .arity("0..*")
            .paramLabel("URL")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("What to fetch; http:// may be left out.")
            .build();

    private final RequestArguments request = new RequestArguments();
    private final DataArguments data = new DataArguments();
    private final OutputArguments output = new OutputArguments();
    private final DeliveryArguments delivery = new DeliveryArguments();
    private final ConnectArguments connect = new ConnectArguments();
    private final TlsArguments tls = new TlsArguments();
    private final FollowArguments follow = new FollowArguments();
    private final CaptureArguments capture = new CaptureArguments();
    private final RunArguments run = new RunArguments();
    private final HabitArguments habits = new HabitArguments();
    private final Console console;

    FetchCommand(Console console) {
        this.console = console;
    }

    /** The command with all its options, in the order of the help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .name("hellowire-client")
                .versionProvider(new Version())
                .addPositional(urls);
        for (Arguments arguments :
                List.of(request, data, output, delivery, connect, tls, follow, capture, run, habits)) {
            arguments.addTo(spec);
        }
        addHelpTo(spec);
        return spec;
    }

    private static void addHelpTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Fetches URLs and shows every step: addresses, attempts, TLS, the bytes, where the time went.")
                .footer(
                        "",
                        "Every option has a variable: HELLOWIRE_MAX_TIME for --max-time.",
                        "Exit codes are curl's: 0 done, 2 usage, 3 URL, 6 name, 7 connect, 18 cut short, 22 status,",
                        "28 too slow, 35 TLS, 52 nothing came, 56 reset, 60 certificate; and 110 for --slo.");
    }

    /** The first exit code that is not zero counts. */
    @Override
    public Integer call() {
        WarmUp.finish(); // the command line is read
        try {
            Capture running = capture.start(console);
            return (running == null ? fetchAll(null) : fetchAllCaptured(running)).number();
        } catch (IOException e) {
            return refuse(ExitCode.NOT_WRITTEN, e);
        } catch (IllegalArgumentException e) {
            return refuse(ExitCode.USAGE, e);
        }
    }

    private ExitCode fetchAllCaptured(Capture running) {
        ExitCode first;
        try (running) {
            first = fetchAll(running);
        }
        capture.sayOutcome(running, console);
        boolean isIncomplete = running.hasFailed(); // which its end may have brought about
        return first == ExitCode.OK && isIncomplete ? ExitCode.NOT_WRITTEN : first;
    }

    private int refuse(ExitCode code, Exception e) {
        console.errors().println("hellowire-client: " + e.getMessage());
        console.errors().flush();
        return code.number();
    }

    private ExitCode fetchAll(@Nullable Capture running) {
        ExitCode first = ExitCode.OK;
        for (String url : urls()) {
            ExitCode code = fetch(url, running);
            first = first == ExitCode.OK ? code : first;
            if (code.isInterruption()) {
                break;
            }
        }
        return first;
    }

    private List<String> urls() {
        List<String> all = habits.with(urls.getValue() == null ? List.of() : urls.getValue());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Missing required parameter: 'URL'");
        }
        return all;
    }

    private ExitCode fetch(String url, @Nullable Capture running) {
        Placing placing = placing();
        Printer printer = new Printer(console, output.style(console, placing), delivery, run.profile(), placing);
        try {
            Target target = target(url);
            output.check();
            FetchOptions options = options(placing);
            FetchRunner runner = new FetchRunner(options, follow, run, output, console, placing, running);
            Language language = run.language();
            if (language != null) {
                tls.refuseUntranslatable();
                return translate(task(runner, target, options), language, printer);
            }
            if (run.isDryRun()) {
                return printer.print(runner.dryRun(target));
            }
            Expectations expectations = follow.expectations();
            return run.times() == 1
                    ? printer.print(runner.fetch(target, expectations))
                    : runner.repeat(target, expectations, printer);
        } catch (StepException e) {
            return printer.print(failed(url, e.failure()));
        } catch (IllegalArgumentException e) {
            return printer.print(
                    failed(url, Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", String.valueOf(e.getMessage()))));
        }
    }

    private Placing placing() {
        boolean reported = delivery.asksForReport()
                || output.asksForReport()
                || run.asksForReport()
                || follow.stopAfter() != StopAfter.RESPONSE;
        return delivery.placing(reported, capture.toStandardOutput(), output.file(), console.terminal());
    }

    private ExitCode translate(ProgramTask task, Language language, Printer printer) {
        printer.print(language.program(task));
        if (language.failsToVerify(task)) {
            console.errors()
                    .println("hellowire-client: this program verifies nothing, whoever answers"
                            + " (expected: --cacert with the certificate to trust, which a device does not have)");
            console.errors().flush();
        }
        return ExitCode.OK;
    }

    private static FetchReport failed(String url, Failure failure) {
        return new FetchReport(url, CLOCK.instant(), List.of(), null, failure);
    }

    private Target target(String url) throws StepException {
        if (CurlWords.isGlob(url) && !habits.allowsGlobs()) {
            throw UsageError.of("URL: " + Printable.ofText(url)
                    + ": globs are not expanded (expected: each URL, or -g to send it as it is)");
        }
        try {
            String whole = data.url(url, console);
            return run.isPathAsIs() ? Target.parsePathAsIs(whole) : Target.parse(whole);
        } catch (MalformedUrlException e) {
            ExitCode code = e.hasForeignScheme() ? ExitCode.NOT_HTTP : ExitCode.BAD_URL;
            throw new StepException(Failure.of(Phase.INPUT, code, "bad_url", String.valueOf(e.getMessage())), e);
        }
    }

    private FetchOptions options(Placing placing) throws StepException {
        Profile profile = run.profile();
        return new FetchOptions(
                request.options(console, profile, data),
                connect.route(console),
                connect.names(profile),
                connect.connect(profile),
                tls.options(console, profile),
                new ResponseOptions(
                        output.budgetBytes(placing),
                        output.sampleBytes(),
                        output.maxContentBytes(),
                        placing.content() != null,
                        output.headLimits(),
                        request.isCompressed(),
                        follow.isStrict()),
                new Overall(
                        follow.maxTime(output.readsEverything(placing)),
                        follow.stopAfter(),
                        follow.mostRedirects(),
                        request.userAgent(profile)));
    }

    private ProgramTask task(FetchRunner runner, Target target, FetchOptions options) throws StepException {
        return new ProgramTask(
                target,
                runner.wholeRequest(target),
                tls.isEnforced(run.profile()),
                tls.caFile(),
                tls.caFile() == null ? List.of() : options.tls().roots().load().certificates(),
                output.sampleBytes());
    }
}
