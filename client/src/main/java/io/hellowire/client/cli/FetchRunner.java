package io.hellowire.client.cli;

import io.hellowire.capture.Capture;
import io.hellowire.client.Expectations;
import io.hellowire.client.Fetch;
import io.hellowire.client.FetchOptions;
import io.hellowire.client.FetchReport;
import io.hellowire.client.Session;
import io.hellowire.client.Transfer;
import io.hellowire.client.cli.Download.Naming;
import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.report.FetchedFile;
import io.hellowire.client.report.RepeatReport;
import io.hellowire.client.report.WriteOut;
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
import org.jspecify.annotations.Nullable;

/** What is done for one URL: a fetch, many of them, or none. */
final class FetchRunner {

    private static final Clock CLOCK = Clock.systemUTC();

    private final FetchOptions options;
    private final FetchArguments arguments;
    private final Console console;
    private final Download download;
    private final Placing placing;
    private final @Nullable Capture capture;

    FetchRunner(
            FetchOptions options,
            FetchArguments arguments,
            Console console,
            Download download,
            Placing placing,
            @Nullable Capture capture) {
        this.options = options;
        this.arguments = arguments;
        this.console = console;
        this.download = download;
        this.placing = placing;
        this.capture = capture;
    }

    /** The request that would be sent, with all of its body in memory. */
    Request wholeRequest(Target target) throws StepException {
        Request request = request(target);
        try {
            return request.inMemory();
        } catch (IOException e) {
            throw FileFailure.notRead("what is to be sent", e);
        }
    }

    private Request request(Target target) throws StepException {
        return Fetch.request(options, target, arguments.follow.cookieJar(CLOCK));
    }

    FetchReport dryRun(Target target) throws StepException {
        Transfer transfer = Transfer.notBegun(target, request(target));
        return new FetchReport(target.url(), CLOCK.instant(), List.of(transfer), null, null);
    }

    /** Fetches once, or again for as long as a failure may pass, and tells of the last time. */
    ExitCode fetch(Target target, Expectations expectations, Printer printer) throws StepException {
        WriteOut format = arguments.delivery.writeOut(console);
        CookieJar cookies = arguments.follow.cookieJar(CLOCK);
        if (arguments.run.certificatesFile() != null) {
            FileFailure.refuseUnwritable(arguments.run.certificatesFile());
        }
        try (Session session = Session.prepare(options, target, CLOCK, capture, console.interruption())) {
            Fetched fetched =
                    new Retries(arguments, console).run(() -> fetchOnce(target, session, cookies, expectations));
            FetchReport report = fetched.report();
            ExitCode code = printer.print(report.orFailed(unsaved(report, cookies)));
            if (format != null) {
                printer.print(format.of(new FetchedFile(download.url(), download.number(), fetched.file(), report)));
            }
            return code;
        }
    }

    /** Why cookies or certificates could not be saved, or {@code null}; the report is worth more than they are. */
    private @Nullable Failure unsaved(FetchReport report, CookieJar cookies) {
        try {
            arguments.follow.save(cookies);
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
        if (arguments.run.certificatesFile() != null && verdict != null) {
            CertificatesFile.write(arguments.run.certificatesFile(), verdict.received());
        }
    }

    private Fetched fetchOnce(Target target, Session session, CookieJar cookies, Expectations expectations)
            throws StepException {
        try (Delivery delivery =
                new Delivery(place(), arguments.deliveryOptions(), arguments.delivery.headFile(download, console))) {
            FetchReport report = new Fetch(options, session, cookies, delivery.destination()).run(target);
            Failure interrupted =
                    delivery.finish() ? null : console.interruption().get().failure();
            String file = delivery.file() == null ? null : delivery.file().toString();
            return new Fetched(report.orFailed(interrupted).orFailed(expectations.check(report)), file);
        }
    }

    /** Where the content goes, or {@code null} if no further than into the report. */
    private @Nullable BodySink place() throws StepException {
        String name = placing.content();
        if (name == null) {
            return null;
        }
        if (placing.toStandardOutput()) {
            return new StreamSink(console.out(), "standard output");
        }
        Path file = arguments.download.place(name);
        Progress progress = arguments.output.showsProgress(console)
                ? new ProgressOnTerminal(
                        String.valueOf(file.getFileName()), console.terminal().errorColumns())
                : Progress.NONE;
        if (download.naming() == Naming.BY_SERVER) {
            return FileSink.namedByServer(file, progress);
        }
        return arguments.download.resumes() ? FileSink.resumed(file, progress) : FileSink.fresh(file, progress);
    }

    /** Fetches many times with the same session; the first failure's exit code counts. */
    ExitCode repeat(Target target, Expectations expectations, Printer printer) throws StepException {
        CookieJar cookies = arguments.follow.cookieJar(CLOCK);
        List<FetchReport> reports = new ArrayList<>();
        RepeatReport page = new RepeatReport(printer.style());
        ExitCode first = ExitCode.OK;
        try (Session session = Session.prepare(options, target, CLOCK, capture, console.interruption())) {
            for (int i = 0; i < arguments.run.times() && !first.isInterruption(); i++) {
                FetchReport report =
                        fetchOnce(target, session, cookies, expectations).report();
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
        arguments.follow.save(cookies);
        return first;
    }

    private boolean waited(int number) throws StepException {
        if (number + 1 == arguments.run.times() || arguments.run.interval().isZero()) {
            return true;
        }
        try {
            Thread.sleep(arguments.run.interval().toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /**
     * What came of one fetch.
     *
     * @param file where its content is, or {@code null} if in none
     */
    record Fetched(FetchReport report, @Nullable String file) {}
}
