package io.hellowire.client.cli;

import io.hellowire.cli.Tool;
import io.hellowire.client.FetchReport;
import io.hellowire.client.report.HumanReport;
import io.hellowire.client.report.JsonReport;
import io.hellowire.client.report.Style;
import io.hellowire.client.report.TutorialReport;
import io.hellowire.client.report.WriteOut.Written;
import io.hellowire.client.step.ExitCode;
import java.io.PrintWriter;

/**
 * Prints reports where they belong. When standard output is no terminal, a failure is
 * said on standard error, too, where somebody may be looking.
 */
final class Printer {

    private final Console console;
    private final Style style;
    private final DeliveryArguments delivery;
    private final Profile profile;
    private final Placing placing;

    Printer(Console console, Style style, DeliveryArguments delivery, Profile profile, Placing placing) {
        this.console = console;
        this.style = style;
        this.delivery = delivery;
        this.profile = profile;
        this.placing = placing;
    }

    ExitCode print(FetchReport report) {
        switch (placing.report()) {
            case ON_OUTPUT -> printWhole(report, console.printed());
            case ON_ERRORS -> printWhole(report, console.errors());
            case FAILURES_ON_ERRORS, NOWHERE -> {}
        }
        if (report.failure() != null && !isSeen()) {
            console.errors().print(HumanReport.verdict(report, style.plain()));
            console.errors().flush();
        }
        return report.exitCode();
    }

    private void printWhole(FetchReport report, PrintWriter out) {
        if (delivery.isJson()) {
            out.println(new JsonReport(Version.number(), style.secretsShown()).of(report));
        } else {
            out.print(profile.isTutorial() ? new TutorialReport(style).of(report) : "");
            out.print(new HumanReport(style).of(report));
        }
        out.flush();
    }

    /** Whether a failure is where somebody looks, or where nobody wants it. */
    private boolean isSeen() {
        return switch (placing.report()) {
            case ON_OUTPUT ->
                console.terminal().outputIsTerminal() || console.terminal().streamsMeet();
            case FAILURES_ON_ERRORS -> false;
            case ON_ERRORS, NOWHERE -> true;
        };
    }

    void print(String text) {
        console.printed().print(text);
        console.printed().flush();
    }

    /** Prints what -w asks for. */
    void print(Written written) {
        print(written.out());
        written.unknown()
                .forEach(name -> console.errors()
                        .println(Tool.CLIENT.label() + ": --write-out: %{" + name
                                + "} (expected: a variable of curl's)"));
        console.errors().print(written.errors());
        console.errors().flush();
    }

    boolean isJson() {
        return delivery.isJson();
    }

    Style style() {
        return style;
    }
}
