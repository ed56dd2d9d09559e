package io.hellowire.client.cli;

import io.hellowire.cli.OptionGroups;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchOptions.Overall;
import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.report.Language;
import io.hellowire.client.report.ProgramTask;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import io.hellowire.wire.text.Printable;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All options of the command, and what several groups of them say together. */
final class FetchArguments {

    final RunArguments run = new RunArguments();
    final FollowArguments follow = new FollowArguments();
    final RetryArguments retry = new RetryArguments();
    final DownloadArguments download = new DownloadArguments();
    final DeliveryArguments delivery = new DeliveryArguments();
    final OutputArguments output = new OutputArguments();
    final CaptureArguments capture = new CaptureArguments();
    final TlsArguments tls = new TlsArguments();

    private final RequestArguments request = new RequestArguments();
    private final DataArguments data = new DataArguments();
    private final LoginArguments login = new LoginArguments();
    private final ConnectArguments connect = new ConnectArguments();
    private final HabitArguments habits = new HabitArguments();
    private final Console console;

    FetchArguments(Console console) {
        this.console = console;
    }

    /** Adds them in the order of the help. */
    void addTo(CommandSpec command) {
        for (Arguments group : List.of(
                request, data, login, download, output, delivery, connect, tls, follow, retry, capture, run, habits)) {
            group.addTo(command);
        }
    }

    /** The groups of the help text. */
    OptionGroups groups() {
        return new OptionGroups()
                .with("The request", request.options())
                .with("What is sent", data.options())
                .with("Logging in", login.options())
                .with("Files", download.options())
                .with("What is shown", output.options())
                .with("Where it goes", delivery.options())
                .with("The way to the server", connect.options())
                .with("TLS and certificates", tls.options())
                .with("Redirects, limits and expectations", follow.options())
                .with("Trying again", retry.options())
                .with("Captures", capture.options())
                .with("The run", run.options())
                .with("As with curl", habits.options());
    }

    /**
     * What is to be fetched.
     *
     * @param urls those that no option names
     * @param given the options in the order of the command line
     */
    List<Download> downloads(List<String> urls, List<OptionSpec> given) throws StepException {
        return download.downloads(habits.with(urls), given);
    }

    /** Where content and report go. */
    Placing placing(Download one) {
        boolean reported = delivery.asksForReport()
                || output.asksForReport()
                || run.asksForReport()
                || follow.stopAfter() != StopAfter.RESPONSE;
        return delivery.placing(reported, capture.toStandardOutput(), one.file(), console.terminal());
    }

    void refuseContradictions(Download one) throws StepException {
        output.check();
        retry.check();
        download.check(one.file());
        one.refuseNameless();
    }

    Target target(String url) throws StepException {
        if (CurlWords.isGlob(url) && !habits.allowsGlobs()) {
            throw UsageError.of("URL: " + Printable.ofText(url)
                    + ": globs are not expanded (expected: each URL, or -g to send it as is)");
        }
        try {
            String whole = data.url(url, console);
            return run.isPathAsIs() ? Target.parsePathAsIs(whole) : Target.parse(whole);
        } catch (MalformedUrlException e) {
            ExitCode code = e.hasForeignScheme() ? ExitCode.NOT_HTTP : ExitCode.BAD_URL;
            throw new StepException(Failure.of(Phase.INPUT, code, "bad_url", String.valueOf(e.getMessage())), e);
        }
    }

    FetchOptions options(Target target, Placing placing) throws StepException {
        Profile profile = run.profile();
        return new FetchOptions(
                request.options(console, profile, data, login.authorization(target.userInfo())),
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
                        follow.redirects(),
                        request.userAgent(profile)));
    }

    /** What is done to content on its way to its place. */
    Delivery.Options deliveryOptions() throws StepException {
        return new Delivery.Options(
                delivery.includesHeads() || request.isHead(), follow.dropsErrors(), output.bytesPerSecond());
    }

    /** The same for a program in another language. */
    ProgramTask task(FetchRunner runner, Target target, FetchOptions options, Language language) throws StepException {
        tls.refuseUntranslatable();
        if (language != Language.CURL) {
            connect.refuseUntranslatable();
        }
        return new ProgramTask(
                target,
                runner.wholeRequest(target),
                tls.isEnforced(run.profile()),
                tls.caFile(),
                tls.caFile() == null ? List.of() : options.tls().roots().load().certificates(),
                language == Language.CURL ? connect.wordsForCurl() : List.of(),
                output.sampleBytes());
    }
}
