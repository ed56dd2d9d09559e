package io.hellowire.client.cli;

import io.hellowire.client.cli.Placing.Report;
import org.jspecify.annotations.Nullable;

/** The options that say who gets the content, and who the report. */
final class DeliveryArguments extends Arguments {

    private final Option<ReportFormat> report = named("--report")
            .value(
                    "text|json",
                    ReportFormat.class,
                    "Prints a report on standard output. Where that is no terminal, and no report is asked for with"
                            + " this, -v, -q, -n or another option about it, it gets the content alone, as with curl,"
                            + " and standard error the report.");

    private final Option<Boolean> json = named("--json")
            .flag("The same as --report json; with a value that begins with {, [, \" or @ it is --json-body.");

    private final Option<Boolean> silent =
            named("-s", "--silent").negatableFlag("No report where none was asked for, but for a terminal.");

    private final Option<Boolean> showError =
            named("-S", "--show-error").negatableFlag("With -s: failures are said all the same.");

    boolean isJson() {
        return json.value() || report.given() == ReportFormat.JSON;
    }

    /** Whether standard output is for the report, whatever it is. */
    boolean asksForReport() {
        return report.given() != null || json.value();
    }

    /**
     * Decides.
     *
     * @param reported whether a report is asked for
     * @param taken whether standard output belongs to something else
     * @param file what {@code -o} says, or {@code null}
     */
    Placing placing(boolean reported, boolean taken, @Nullable String file, Terminal terminal) {
        if (reported || terminal.outputIsTerminal() || taken) {
            return new Placing(file, taken || "-".equals(file) ? unlessSilent(reported) : Report.ON_OUTPUT);
        }
        return new Placing(file == null ? "-" : file, unlessSilent(reported));
    }

    private Report unlessSilent(boolean reported) {
        if (reported || !silent.value()) {
            return Report.ON_ERRORS;
        }
        return showError.value() ? Report.FAILURES_ON_ERRORS : Report.NOWHERE;
    }

    /** How a report is written. */
    enum ReportFormat {
        TEXT,
        JSON
    }
}
