package io.hellowire.client.cli;

import io.hellowire.client.cli.Converters.ByteCount;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.report.Glyphs;
import io.hellowire.client.report.Style;
import io.hellowire.client.report.Style.Detail;
import io.hellowire.client.report.Style.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how much is read, where it goes and how it is shown. */
final class OutputArguments {

    @Option(
            names = {"-n", "--bytes"},
            paramLabel = "N|all",
            description = "Stops after so many bytes of the response, head included: 2000.")
    private ByteCount bytes = new ByteCount(2000);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the whole content to a file; - for standard output.")
    private @Nullable String file;

    @Option(
            names = {"-C", "--continue-at"},
            paramLabel = "-",
            description = "With -o: goes on where the file ends.")
    private @Nullable String resume;

    @Option(names = "--max-filesize", paramLabel = "N", description = "Takes no more content than this.")
    private @Nullable ByteCount maxFileSize;

    @Option(names = "--view", paramLabel = "HOW", description = "Shows the response as text, hex, both or none.")
    private View view = View.TEXT;

    @Option(names = "--show-crlf", description = "Makes line ends visible.")
    private boolean lineEnds;

    @Option(names = "--show-certs", description = "Shows every field of every certificate.")
    private boolean showCertificates;

    @Option(names = "--show-secrets", description = "Shows passwords and cookies that are sent.")
    private boolean secrets;

    @Option(
            names = {"--json"},
            description = "Prints one JSON object for each URL.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Shows more; twice, the bytes as numbers, too.")
    private boolean[] verbose = new boolean[0];

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints the verdict only.")
    private boolean quiet;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never.")
    private When color = When.AUTO;

    @Option(names = "--ascii", negatable = true, description = "Draws with ASCII characters only.")
    private boolean ascii;

    @Option(names = "--explain", description = "Says what each block means.")
    private boolean explain;

    @Option(
            names = "--progress-bar",
            negatable = true,
            defaultValue = "true",
            description = "Shows a bar on a terminal while -o writes a file.")
    private boolean progress;

    void check() throws StepException {
        if (resume != null && (!resume.equals("-") || file == null || file.equals("-"))) {
            throw Wrong.of("--continue-at: " + resume + " (expected: -, together with -o FILE)");
        }
        if (quiet && verbose.length > 0) {
            throw Wrong.of("--quiet: together with --verbose (expected: one of them)");
        }
        if (bytes.bytes() == 0) {
            throw Wrong.of("--bytes: 0 (expected: 1 or more, or all)");
        }
    }

    long budgetBytes() {
        return file == null ? bytes.bytes() : Long.MAX_VALUE;
    }

    /** Never more than a megabyte is kept and shown, however much is read. */
    int sampleBytes() {
        return (int) Math.min(bytes.bytes(), 1 << 20);
    }

    @Nullable
    Long maxContentBytes() {
        return maxFileSize == null ? null : (Long) maxFileSize.bytes();
    }

    @Nullable
    String file() {
        return file;
    }

    boolean toStandardOutput() {
        return "-".equals(file);
    }

    boolean resumes() {
        return resume != null;
    }

    boolean isJson() {
        return json;
    }

    boolean showsProgress(Console console) {
        return progress && !quiet && console.terminal().errorIsTerminal();
    }

    Style style(Console console) {
        boolean unicode = console.terminal().unicode() && !ascii;
        return new Style(
                console.terminal().columns(),
                unicode ? Glyphs.UNICODE : Glyphs.ASCII,
                colored(console),
                verbose.length > 1 ? View.BOTH : view,
                lineEnds,
                quiet ? Detail.VERDICT : verbose.length > 0 || showCertificates ? Detail.MORE : Detail.USUAL,
                explain,
                secrets);
    }

    /** NO_COLOR and FORCE_COLOR count when they are not empty. */
    private boolean colored(Console console) {
        if (color != When.AUTO) {
            return color == When.ALWAYS;
        }
        if (!console.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        boolean terminal = console.terminal().outputIsTerminal()
                && !console.variable("TERM").equals("dumb");
        return terminal || !console.variable("FORCE_COLOR").isEmpty();
    }

    /** When colour is used. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }
}
