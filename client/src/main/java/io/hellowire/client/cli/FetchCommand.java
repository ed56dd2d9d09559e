package io.hellowire.client.cli;

import io.hellowire.client.Expectations;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchOptions.Overall;
import io.hellowire.client.FetchReport;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.translate.Errand;
import io.hellowire.client.translate.Language;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.capture.Capture;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code hellowire-client}: fetches each URL and prints a report about it. */
@Command(
        name = "hellowire-client",
        description = "Fetches URLs and shows every step: addresses, attempts, TLS, the bytes, where the time went.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false, // none is there, and looking for them takes time
        sortOptions = false,
        footer = {
            "",
            "Every option has a variable: HELLOWIRE_MAX_TIME for --max-time.",
            "Exit codes are curl's: 0 done, 2 usage, 3 URL, 6 name, 7 connect, 18 cut short, 22 status,",
            "28 too slow, 35 TLS, 52 nothing came, 56 reset, 60 certificate; and 110 for --slo."
        })
final class FetchCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();

    @Parameters(arity = "1..*", paramLabel = "URL", description = "What to fetch; http:// may be left out.")
    private List<String> urls = new ArrayList<>();

    @Mixin
    private RequestArguments request = new RequestArguments();

    @Mixin
    private OutputArguments output = new OutputArguments();

    @Mixin
    private ConnectArguments connect = new ConnectArguments();

    @Mixin
    private TlsArguments tls = new TlsArguments();

    @Mixin
    private FollowArguments follow = new FollowArguments();

    @Mixin
    private CaptureArguments capture = new CaptureArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    private final Console console;

    FetchCommand(Console console) {
        this.console = console;
    }

    /** The first exit code that is not zero counts. */
    @Override
    public Integer call() {
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
        for (String url : urls) {
            ExitCode code = fetch(url, running);
            first = first == ExitCode.OK ? code : first;
            if (code.isInterruption()) {
                break;
            }
        }
        return first;
    }

    private ExitCode fetch(String url, @Nullable Capture running) {
        Printer printer = new Printer(console, output.style(console), output, run.profile(), capture);
        try {
            Target target = target(url);
            output.check();
            FetchOptions options = options();
            Errands errands = new Errands(options, follow, run, output, console, running);
            Language language = run.language();
            if (language != null) {
                printer.print(language.program(errand(errands, target, options)));
                return ExitCode.OK;
            }
            if (run.isDryRun()) {
                return printer.print(errands.dryRun(target));
            }
            Expectations expectations = follow.expectations();
            return run.times() == 1
                    ? printer.print(errands.fetch(target, expectations))
                    : errands.repeat(target, expectations, printer);
        } catch (StepException e) {
            return printer.print(failed(url, e.failure()));
        } catch (IllegalArgumentException e) {
            return printer.print(
                    failed(url, Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", String.valueOf(e.getMessage()))));
        }
    }

    private static FetchReport failed(String url, Failure failure) {
        return new FetchReport(url, CLOCK.instant(), List.of(), null, failure);
    }

    private Target target(String url) throws StepException {
        try {
            return run.isPathAsIs() ? Target.parsePathAsIs(url) : Target.parse(url);
        } catch (MalformedUrlException e) {
            ExitCode code = e.hasForeignScheme() ? ExitCode.NOT_HTTP : ExitCode.BAD_URL;
            throw new StepException(Failure.of(Phase.INPUT, code, "bad_url", String.valueOf(e.getMessage())), e);
        }
    }

    private FetchOptions options() throws StepException {
        Profile profile = run.profile();
        return new FetchOptions(
                request.options(console, profile),
                connect.route(console),
                connect.names(profile),
                connect.connect(profile),
                tls.options(console, profile),
                new ResponseOptions(
                        output.budgetBytes(),
                        follow.dependsOnTheHead(),
                        output.sampleBytes(),
                        output.maxContentBytes(),
                        HeadLimits.DEFAULT,
                        request.isCompressed()),
                new Overall(
                        follow.maxTime(output.file() != null),
                        follow.stopAfter(),
                        follow.mostRedirects(),
                        Version.userAgent()));
    }

    private Errand errand(Errands errands, Target target, FetchOptions options) throws StepException {
        return new Errand(
                target,
                errands.wholeRequest(target),
                tls.isEnforced(run.profile()),
                tls.caFile(),
                tls.caFile() == null ? List.of() : options.tls().roots().load().certificates(),
                output.sampleBytes());
    }
}
