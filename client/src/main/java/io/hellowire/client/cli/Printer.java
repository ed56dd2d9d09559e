package io.hellowire.client.cli;

import io.hellowire.client.FetchReport;
import io.hellowire.client.report.HumanReport;
import io.hellowire.client.report.JsonReport;
import io.hellowire.client.report.Style;
import io.hellowire.client.report.TutorialReport;
import io.hellowire.client.step.ExitCode;
import java.io.PrintWriter;

/**
 * Prints reports: on standard output, unless the content goes there. When standard output is no terminal, a failure is
 * said on standard error, too, where somebody may be looking.
 */
final class Printer {

    private final Console console;
    private final Style style;
    private final OutputArguments output;
    private final Profile profile;
    private final CaptureArguments capture;

    Printer(Console console, Style style, OutputArguments output, Profile profile, CaptureArguments capture) {
        this.console = console;
        this.style = style;
        this.output = output;
        this.profile = profile;
        this.capture = capture;
    }

    ExitCode print(FetchReport report) {
        boolean outIsTaken = output.toStandardOutput() || capture.toStandardOutput();
        PrintWriter out = outIsTaken ? console.errors() : console.printed();
        if (output.isJson()) {
            out.println(new JsonReport(Version.number(), style.secretsShown()).of(report));
        } else {
            out.print(profile.isTutorial() ? new TutorialReport(style).of(report) : "");
            out.print(new HumanReport(style).of(report));
        }
        out.flush();
        boolean seen =
                console.terminal().outputIsTerminal() || console.terminal().streamsMeet() || outIsTaken;
        if (report.failure() != null && !seen) {
            console.errors().print(HumanReport.verdict(report, Style.plain(style.columns())));
            console.errors().flush();
        }
        return report.exitCode();
    }

    void print(String text) {
        console.printed().print(text);
        console.printed().flush();
    }

    boolean isJson() {
        return output.isJson();
    }

    Style style() {
        return style;
    }
}
