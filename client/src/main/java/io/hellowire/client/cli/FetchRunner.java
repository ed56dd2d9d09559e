package io.hellowire.client.cli;

import io.hellowire.capture.Capture;
import io.hellowire.cli.FileNameText;
import io.hellowire.client.Expectations;
import io.hellowire.client.Fetch;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchReport;
import io.hellowire.client.Session;
import io.hellowire.client.Transfer;
import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.report.RepeatReport;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.PeerVerdict;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.url.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done for one URL: a fetch, many of them, or none. */
final class FetchRunner {

    private static final Clock CLOCK = Clock.systemUTC();

    private final FetchOptions options;
    private final FollowArguments follow;
    private final RunArguments run;
    private final OutputArguments output;
    private final Console console;
    private final Placing placing;
    private final @Nullable Capture capture;

    FetchRunner(
            FetchOptions options,
            FetchArguments arguments,
            Console console,
            Placing placing,
            @Nullable Capture capture) {
        this.options = options;
        this.follow = arguments.follow;
        this.run = arguments.run;
        this.output = arguments.output;
        this.console = console;
        this.placing = placing;
        this.capture = capture;
    }

    /** The request that would be sent, with all of its body in memory. */
    Request wholeRequest(Target target) throws StepException {
        Request request = request(target);
        try {
            return request.inMemory();
        } catch (IOException e) {
            LargeFile file = Objects.requireNonNull(request.file(), "nothing else is read");
            throw FileFailure.notRead(file.path().toString(), e);
        }
    }

    private Request request(Target target) throws StepException {
        return Fetch.request(options, target, follow.cookieJar(CLOCK));
    }

    FetchReport dryRun(Target target) throws StepException {
        Transfer transfer = Transfer.notBegun(target, request(target));
        return new FetchReport(target.url(), CLOCK.instant(), List.of(transfer), null, null);
    }

    FetchReport fetch(Target target, Expectations expectations) throws StepException {
        CookieJar cookies = follow.cookieJar(CLOCK);
        if (run.certificatesFile() != null) {
            FileFailure.refuseUnwritable(run.certificatesFile());
        }
        try (Session session = Session.prepare(options, target, CLOCK, capture, console.interruption())) {
            FetchReport report = download(target, session, cookies);
            return report.orFailed(unsaved(report, cookies)).orFailed(expectations.check(report));
        }
    }

    /** Why cookies or certificates could not be saved, or {@code null}; the report is worth more than they are. */
    private @Nullable Failure unsaved(FetchReport report, CookieJar cookies) {
        try {
            follow.save(cookies);
            saveCertificates(report);
            return null;
        } catch (StepException e) {
            return e.failure();
        }
    }

    private void saveCertificates(FetchReport report) throws StepException {
        Transfer last = report.last();
        TlsFacts tls = last == null ? null : last.tls() == null ? last.proxy().tls() : last.tls();
        PeerVerdict verdict = tls == null ? null : tls.verdict();
        if (run.certificatesFile() != null && verdict != null) {
            CertificatesFile.write(run.certificatesFile(), verdict.received());
        }
    }

    private FetchReport download(Target target, Session session, CookieJar cookies) throws StepException {
        String file = placing.content();
        if (file == null) {
            return new Fetch(options, session, cookies, null, List.of()).run(target);
        }
        if (placing.toStandardOutput()) {
            StreamSink sink = new StreamSink(console.out(), "standard output");
            return new Fetch(options, session, cookies, sink, List.of()).run(target);
        }
        try (FileSink sink = open(FileNameText.path(file))) {
            List<HeaderChange> range =
                    sink.offset() == 0 ? List.of() : List.of(new HeaderChange("Range", "bytes=" + sink.offset() + "-"));
            return new Fetch(options, session, cookies, sink, range).run(target);
        }
    }

    private FileSink open(Path file) throws StepException {
        Path name = file.getFileName();
        Progress progress = output.showsProgress(console)
                ? new ProgressOnTerminal(
                        String.valueOf(name), console.terminal().errorColumns())
                : Progress.NONE;
        return output.resumes() ? FileSink.resumed(file, progress) : FileSink.fresh(file, progress);
    }

    /** Fetches many times with the same session; the first failure's exit code counts. */
    ExitCode repeat(Target target, Expectations expectations, Printer printer) throws StepException {
        CookieJar cookies = follow.cookieJar(CLOCK);
        List<FetchReport> reports = new ArrayList<>();
        RepeatReport page = new RepeatReport(printer.style());
        ExitCode first = ExitCode.OK;
        try (Session session = Session.prepare(options, target, CLOCK, capture, console.interruption())) {
            for (int i = 0; i < run.times() && !first.isInterruption(); i++) {
                FetchReport one = download(target, session, cookies);
                FetchReport report = one.orFailed(expectations.check(one));
                reports.add(report);
                first = first == ExitCode.OK || report.exitCode().isInterruption() ? report.exitCode() : first;
                if (printer.isJson()) {
                    printer.print(report);
                } else {
                    printer.print(page.line(i + 1, report));
                }
                first = waited(i) ? first : console.interruption().get().exitCode();
            }
        }
        if (!printer.isJson()) {
            printer.print(page.summary(reports));
        }
        follow.save(cookies);
        return first;
    }

    private boolean waited(int number) throws StepException {
        if (number + 1 == run.times() || run.interval().isZero()) {
            return true;
        }
        try {
            Thread.sleep(run.interval().toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
