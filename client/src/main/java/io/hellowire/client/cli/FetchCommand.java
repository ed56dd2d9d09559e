package io.hellowire.client.cli;

import io.hellowire.client.Expectations;
import io.hellowire.client.Fetch;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchOptions.Overall;
import io.hellowire.client.FetchReport;
import io.hellowire.client.Tools;
import io.hellowire.client.cookie.CookieJar;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.failure.ExitCode;
import io.hellowire.client.failure.Failure;
import io.hellowire.client.failure.Phase;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.output.FileSink;
import io.hellowire.client.output.Progress;
import io.hellowire.client.output.StreamSink;
import io.hellowire.client.report.HumanReport;
import io.hellowire.client.report.Style;
import io.hellowire.client.report.VerdictLine;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.hellowire.wire.HeadLimits;
import io.hellowire.wire.capture.Capture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code hellowire-client}: fetches each URL and prints a report about it. */
@Command(
        name = "hellowire-client",
        description = "Fetches URLs and shows every step: addresses, attempts, TLS, the bytes, where the time went.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExit codes are curl's: 0 done, 2 usage, 3 URL, 6 name, 7 connect, 18 cut short, 22 status,%n"
                + "28 too slow, 35 TLS, 52 nothing came, 56 reset, 60 certificate; 110 over --slo.%n")
final class FetchCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();

    @Parameters(arity = "1..*", paramLabel = "URL", description = "What to fetch; http:// may be left out.")
    private List<String> urls = new ArrayList<>();

    @Option(names = "--path-as-is", description = "Leaves . and .. in the path as they are.")
    private boolean pathAsIs;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Behaves like: micropython, arduino, curl or browser.")
    private Profile profile = Profile.HELLOWIRE;

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

    private final Console console;

    FetchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Capture running = capture.start(console)) {
            return fetchAll(running);
        } catch (IOException e) {
            return refuse(ExitCode.NOT_WRITTEN, e);
        } catch (IllegalArgumentException e) {
            return refuse(ExitCode.USAGE, e);
        }
    }

    private int refuse(ExitCode code, Exception e) {
        console.errors().println("hellowire-client: " + e.getMessage());
        console.errors().flush();
        return code.number();
    }

    private int fetchAll(@Nullable Capture running) {
        int first = ExitCode.OK.number();
        for (String url : urls) {
            int number = fetch(url, running).number();
            first = first == ExitCode.OK.number() ? number : first;
        }
        return first;
    }

    private ExitCode fetch(String url, @Nullable Capture running) {
        Style style = output.style(console);
        FetchReport report;
        try {
            Target target = target(url);
            output.check();
            FetchOptions options = options();
            report = fetch(target, options, follow.expectations(), running);
        } catch (StepException e) {
            report = failed(url, e.failure());
        } catch (IllegalArgumentException e) {
            report = failed(url, Failure.of(Phase.INPUT, ExitCode.USAGE, "usage", String.valueOf(e.getMessage())));
        }
        print(report, style);
        return report.exitCode();
    }

    private FetchReport failed(String url, Failure failure) {
        return new FetchReport(url, CLOCK.instant(), List.of(), null, failure);
    }

    private Target target(String url) throws StepException {
        try {
            return pathAsIs ? Target.parsePathAsIs(url) : Target.parse(url);
        } catch (MalformedUrlException e) {
            ExitCode code = e.hasForeignScheme() ? ExitCode.NOT_HTTP : ExitCode.BAD_URL;
            throw new StepException(Failure.of(Phase.INPUT, code, "bad_url", String.valueOf(e.getMessage())), e);
        }
    }

    private FetchOptions options() throws StepException {
        return new FetchOptions(
                request.options(console, profile),
                connect.route(console),
                connect.names(profile),
                connect.connect(profile),
                tls.options(console, profile),
                new ResponseOptions(
                        output.budgetBytes(),
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

    private FetchReport fetch(Target target, FetchOptions options, Expectations expectations, @Nullable Capture running)
            throws StepException {
        CookieJar cookies = follow.cookieJar(CLOCK);
        try (Tools tools = Tools.prepare(options, target, CLOCK, running)) {
            FetchReport report = download(target, options, tools, cookies);
            follow.save(cookies);
            return report.orFailed(expectations.check(report));
        }
    }

    private FetchReport download(Target target, FetchOptions options, Tools tools, CookieJar cookies)
            throws StepException {
        String file = output.file();
        if (file == null) {
            return new Fetch(options, tools, cookies, null, List.of()).run(target);
        }
        if (output.toStandardOutput()) {
            StreamSink sink = new StreamSink(console.out(), "standard output");
            return new Fetch(options, tools, cookies, sink, List.of()).run(target);
        }
        Progress progress = Progress.NONE;
        try (FileSink sink = output.resumes()
                ? FileSink.resumed(Path.of(file), progress)
                : FileSink.fresh(Path.of(file), progress)) {
            List<HeaderChange> range =
                    sink.offset() == 0 ? List.of() : List.of(new HeaderChange("Range", "bytes=" + sink.offset() + "-"));
            return new Fetch(options, tools, cookies, sink, range).run(target);
        }
    }

    private void print(FetchReport report, Style style) {
        String text = new HumanReport(style).of(report);
        if (output.toStandardOutput() || capture.toStandardOutput()) {
            console.errors().print(text);
            console.errors().flush();
            return;
        }
        console.printed().print(text);
        console.printed().flush();
        if (report.failure() != null && !console.terminal().outputIsTerminal()) {
            console.errors().print(VerdictLine.of(report, Style.plain(style.columns())));
            console.errors().flush();
        }
    }
}
