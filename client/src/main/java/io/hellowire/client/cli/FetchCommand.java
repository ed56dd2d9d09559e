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

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final FetchArguments arguments;
    private final Console console;

    FetchCommand(Console console) {
        this.console = console;
        this.arguments = new FetchArguments(console);
    }

    /** The command with all its options, in the order of the help. */
    CommandSpec spec() {
        spec.name(Tool.CLIENT.typed()).versionProvider(new Version()).addPositional(urls);
        arguments.addTo(spec);
        addHelp();
        arguments.groups().showIn(spec);
        return spec;
    }

    private void addHelp() {
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
            List<Download> downloads = downloads();
            Capture running = arguments.capture.start(console);
            return (running == null ? fetchAll(downloads, null) : fetchAllCaptured(downloads, running)).number();
        } catch (StepException e) {
            return refuse(e.failure().exitCode(), e);
        } catch (IOException e) {
            return refuse(ExitCode.NOT_WRITTEN, e);
        } catch (IllegalArgumentException e) {
            return refuse(ExitCode.USAGE, e);
        }
    }

    private List<Download> downloads() throws StepException {
        List<String> named = urls.getValue();
        List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
        List<Download> downloads = arguments.downloads(named == null ? List.of() : named, given);
        if (downloads.isEmpty()) {
            throw new IllegalArgumentException("Missing required parameter: 'URL'");
        }
        return downloads;
    }

    private ExitCode fetchAllCaptured(List<Download> downloads, Capture running) {
        ExitCode first;
        try (running) {
            first = fetchAll(downloads, running);
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

    private ExitCode fetchAll(List<Download> downloads, @Nullable Capture running) {
        ExitCode first = ExitCode.OK;
        for (Download download : downloads) {
            ExitCode code = fetch(download, running);
            first = first == ExitCode.OK ? code : first;
            if (code.isInterruption()) {
                break;
            }
        }
        return first;
    }

    private ExitCode fetch(Download download, @Nullable Capture running) {
        Placing placing = arguments.placing(download);
        Printer printer = new Printer(
                console,
                arguments.output.style(console, placing),
                arguments.delivery,
                arguments.run.profile(),
                placing);
        try {
            return fetch(download, placing, printer, running);
        } catch (StepException e) {
            return printer.print(failed(download.url(), e.failure()));
        } catch (IllegalArgumentException e) {
            Failure failure = Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", String.valueOf(e.getMessage()));
            return printer.print(failed(download.url(), failure));
        }
    }

    private ExitCode fetch(Download download, Placing placing, Printer printer, @Nullable Capture running)
            throws StepException {
        arguments.refuseContradictions(download);
        Target target = arguments.target(download.url());
        FetchOptions options = arguments.options(target, placing);
        FetchRunner runner = new FetchRunner(options, arguments, console, download, placing, running);
        Language language = arguments.run.language();
        if (language != null) {
            return translate(arguments.task(runner, target, options, language), language, printer);
        }
        if (arguments.run.isDryRun()) {
            return printer.print(runner.dryRun(target));
        }
        Expectations expectations = arguments.follow.expectations();
        return arguments.run.times() == 1
                ? runner.fetch(target, expectations, printer)
                : runner.repeat(target, expectations, printer);
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
