package io.hellowire.client.cli;

import io.hellowire.client.cli.Placing.Report;
import org.jspecify.annotations.Nullable;

/** The options that say who gets the content, and who the report. */
final class DeliveryArguments extends Arguments {

    private final Option<ReportFormat> report = named("--report")
            .value(
                    "text|json",
                    ReportFormat.class,
                    "Print a report on standard output. Without this, -v, -q, -n or another option about reports, a"
                            + " standard output that is not a terminal gets only the content, as with curl, and"
                            + " standard error gets the report.");

    private final Option<Boolean> json = named("--json")
            .flag("Same as --report json; with a value that begins with {, [, \" or @, same as --json-body.");

    private final Option<Boolean> silent = named("-s", "--silent")
            .negatableFlag("Print no report unless one is asked for or standard output is a terminal.");

    private final Option<Boolean> showError =
            named("-S", "--show-error").negatableFlag("With -s, still report failures.");

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
