package io.hellowire.client.cli;

import io.hellowire.capture.Capture;
import io.hellowire.cli.Tool;
import io.hellowire.client.Expectations;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchReport;
import io.hellowire.client.WarmUp;
import io.hellowire.client.report.Language;
import io.hellowire.client.report.ProgramTask;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Target;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The client's command: fetches each URL and prints a report about it. */
final class FetchCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();

    private final PositionalParamSpec urls = PositionalParamSpec.builder()
            .arity("0..*")
            .paramLabel("URL")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("What to fetch; http:// may be left out.")
            .build();

    private final FetchArguments arguments = new FetchArguments();
    private final Console console;

    FetchCommand(Console console) {
        this.console = console;
    }

    /** The command with all its options, in the order of the help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .name(Tool.CLIENT.typed())
                .versionProvider(new Version())
                .addPositional(urls);
        arguments.addTo(spec);
        addHelpTo(spec);
        arguments.groups().showIn(spec);
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
                .abbreviateSynopsis(true)
                .description(
                        "Fetch URLs and show every step: addresses, attempts, TLS, the bytes, where the time went.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  ${COMMAND-FULL-NAME} https://example.com/                  every step of it",
                        "  ${COMMAND-FULL-NAME} -k --capture wire.pcapng https://192.168.1.20:8443/",
                        "  ${COMMAND-FULL-NAME} --as micropython http://192.168.1.20:8080/    as a program",
                        "",
                        "Every option has an environment variable: HELLOWIRE_MAX_TIME for --max-time.",
                        "Exit codes are curl's: 0 done, 2 usage, 3 URL, 6 name, 7 connect, 18 cut short, 22 status,",
                        "28 too slow, 35 TLS, 52 nothing came, 56 reset, 60 certificate; and 110 for --slo.");
    }

    /** The first exit code that is not zero counts. */
    @Override
    public Integer call() {
        WarmUp.finish(); // the command line is read
        try {
            Capture running = arguments.capture.start(console);
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
        arguments.capture.sayOutcome(running, console);
        boolean isIncomplete = running.hasFailed(); // which its end may have brought about
        return first == ExitCode.OK && isIncomplete ? ExitCode.NOT_WRITTEN : first;
    }

    private int refuse(ExitCode code, Exception e) {
        console.errors().println(Tool.CLIENT.label() + ": " + e.getMessage());
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
        List<String> all = arguments.habits.with(urls.getValue() == null ? List.of() : urls.getValue());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Missing required parameter: 'URL'");
        }
        return all;
    }

    private ExitCode fetch(String url, @Nullable Capture running) {
        Placing placing = arguments.placing(console);
        Printer printer = new Printer(
                console,
                arguments.output.style(console, placing),
                arguments.delivery,
                arguments.run.profile(),
                placing);
        try {
            Target target = arguments.target(url, console);
            FetchOptions options = arguments.options(console, placing);
            FetchRunner runner = new FetchRunner(options, arguments, console, placing, running);
            Language language = arguments.run.language();
            if (language != null) {
                return translate(
                        arguments.task(runner.wholeRequest(target), target, options, language), language, printer);
            }
            if (arguments.run.isDryRun()) {
                return printer.print(runner.dryRun(target));
            }
            Expectations expectations = arguments.follow.expectations();
            return arguments.run.times() == 1
                    ? printer.print(runner.fetch(target, expectations))
                    : runner.repeat(target, expectations, printer);
        } catch (StepException e) {
            return printer.print(failed(url, e.failure()));
        } catch (IllegalArgumentException e) {
            return printer.print(
                    failed(url, Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", String.valueOf(e.getMessage()))));
        }
    }

    private ExitCode translate(ProgramTask task, Language language, Printer printer) {
        printer.print(language.program(task));
        if (language.failsToVerify(task)) {
            console.errors()
                    .println(Tool.CLIENT.label() + ": this program does not verify who answers"
                            + " (expected: --cacert with the certificate to trust, which a device does not have)");
            console.errors().flush();
        }
        return ExitCode.OK;
    }

    private static FetchReport failed(String url, Failure failure) {
        return new FetchReport(url, CLOCK.instant(), List.of(), null, failure);
    }
}
