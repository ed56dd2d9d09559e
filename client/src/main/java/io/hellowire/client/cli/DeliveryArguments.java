package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;

import io.hellowire.client.cli.Placing.Report;
import io.hellowire.client.report.WriteOut;
import io.hellowire.client.step.StepException;
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

    private final Option<Boolean> include =
            named("-i", "--include").negatableFlag("Write the heads of responses before the content, as -I does.");

    private final Option<String> heads = named("-D", "--dump-header")
            .text("FILE", "Write the heads of responses to this file; - for standard output.");

    private final Option<String> format = named("-w", "--write-out")
            .text(
                    "FORMAT",
                    "Print this at the end, with curl's variables, such as %{http_code}, %{time_total} or %{json};"
                            + " @FILE reads it. Standard output is as if it were no terminal.");

    boolean includesHeads() {
        return include.value();
    }

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
        boolean isForPeople = terminal.outputIsTerminal() && format.given() == null;
        if (reported || isForPeople || taken) {
            return new Placing(file, taken || "-".equals(file) ? unlessSilent(reported) : Report.ON_OUTPUT);
        }
        return new Placing(file == null ? "-" : file, unlessSilent(reported));
    }

    /**
     * Takes heads where -D wants them: those of a later URL come after those of the first.
     *
     * @return {@code null} if nobody wants them
     */
    @Nullable
    HeadFile headFile(Download download, Console console) throws StepException {
        String name = heads.given();
        if (name == null) {
            return null;
        }
        return name.equals("-")
                ? HeadFile.onStandardOutput(console.out())
                : HeadFile.open(name, download.number() == 0 ? TRUNCATE_EXISTING : APPEND);
    }

    /** What to print in the end, or {@code null} for nothing. */
    @Nullable
    WriteOut writeOut(Console console) throws StepException {
        String text = format.given();
        if (text == null) {
            return null;
        }
        return WriteOut.parse(text.startsWith("@") ? ofFile(text.substring(1), console) : text);
    }

    /** Its line ends are left out, as with curl: those that are wanted are {@code \n}. */
    private static String ofFile(String name, Console console) throws StepException {
        return new String(DataPart.withoutLineEnds(DataPart.file(console, name)), UTF_8);
    }

    /** Whether nobody wants to hear more than the reason of a failure. */
    boolean isSilent() {
        return silent.value();
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
