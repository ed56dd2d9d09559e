package io.hellowire.client.cli;

import io.hellowire.cli.OptionGroups;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchOptions.Overall;
import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.exchange.Request;
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

/** All options of a fetch, in the order of the help, and what they come to together. */
final class FetchArguments {

    final RequestArguments request = new RequestArguments();
    final DataArguments data = new DataArguments();
    final OutputArguments output = new OutputArguments();
    final DeliveryArguments delivery = new DeliveryArguments();
    final ConnectArguments connect = new ConnectArguments();
    final TlsArguments tls = new TlsArguments();
    final FollowArguments follow = new FollowArguments();
    final CaptureArguments capture = new CaptureArguments();
    final RunArguments run = new RunArguments();
    final HabitArguments habits = new HabitArguments();

    void addTo(CommandSpec spec) {
        for (Arguments arguments :
                List.of(request, data, output, delivery, connect, tls, follow, capture, run, habits)) {
            arguments.addTo(spec);
        }
    }

    /** The groups of the help text. */
    OptionGroups groups() {
        return new OptionGroups()
                .with("The request", request.options())
                .with("What is sent", data.options())
                .with("What is shown", output.options())
                .with("Where it goes", delivery.options())
                .with("The way to the server", connect.options())
                .with("TLS and certificates", tls.options())
                .with("Redirects, limits and expectations", follow.options())
                .with("Captures", capture.options())
                .with("The run", run.options())
                .with("As with curl", habits.options());
    }

    /** Where the content goes, and where the report. */
    Placing placing(Console console) {
        boolean reported = delivery.asksForReport()
                || output.asksForReport()
                || run.asksForReport()
                || follow.stopAfter() != StopAfter.RESPONSE;
        return delivery.placing(reported, capture.toStandardOutput(), output.file(), console.terminal());
    }

    /** What is fetched for a URL, with the query that {@code -G} makes of the data. */
    Target target(String url, Console console) throws StepException {
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

    /** How it is fetched. */
    FetchOptions options(Console console, Placing placing) throws StepException {
        output.check();
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

    /** The same for a program in another language. */
    ProgramTask task(Request whole, Target target, FetchOptions options, Language language) throws StepException {
        tls.refuseUntranslatable();
        if (language != Language.CURL) {
            connect.refuseUntranslatable();
        }
        return new ProgramTask(
                target,
                whole,
                tls.isEnforced(run.profile()),
                tls.caFile(),
                tls.caFile() == null ? List.of() : options.tls().roots().load().certificates(),
                language == Language.CURL ? connect.wordsForCurl() : List.of(),
                output.sampleBytes());
    }
}
