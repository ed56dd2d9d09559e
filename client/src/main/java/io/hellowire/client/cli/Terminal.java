package io.hellowire.client.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the terminal.
 *
 * @param outputIsTerminal whether standard output is one
 * @param errorIsTerminal whether standard error is one
 * @param streamsMeet whether standard output and standard error go to the same place
 * @param columns the width of what is printed on standard output
 * @param errorColumns the width of what is drawn on standard error
 * @param unicode whether it shows more than ASCII
 */
record Terminal(
        boolean outputIsTerminal,
        boolean errorIsTerminal,
        boolean streamsMeet,
        int columns,
        int errorColumns,
        boolean unicode) {

    private static final int USUAL_COLUMNS = 80;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static Terminal ofThisProcess(Map<String, String> environment, Charset charset) {
        boolean output = isTerminal(1);
        boolean error = isTerminal(2);
        boolean unicode = charset.equals(StandardCharsets.UTF_8)
                && !environment.getOrDefault("TERM", "").equals("dumb");
        int columns = columns(environment, output);
        int errorColumns = output ? columns : columns(environment, error);
        return new Terminal(output, error, meet(), columns, errorColumns, unicode);
    }

    /** Java tells about both streams together only, Linux about each. */
    @SuppressWarnings("SystemConsoleNull") // asked only where there is no /proc; at worst a file gets colours
    private static boolean isTerminal(int descriptor) {
        Path link = DESCRIPTORS.resolve(String.valueOf(descriptor));
        try {
            return Files.isSymbolicLink(link)
                    ? Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*")
                    : System.console() != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean meet() {
        try {
            return Files.readSymbolicLink(DESCRIPTORS.resolve("1"))
                    .equals(Files.readSymbolicLink(DESCRIPTORS.resolve("2")));
        } catch (IOException e) {
            return false; // nobody knows, where there is no /proc
        }
    }

    private static int columns(Map<String, String> environment, boolean terminal) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(columns);
        }
        return terminal ? asked() : USUAL_COLUMNS;
    }

    /** The terminal itself is asked, since standard input may be something else. */
    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
            return ended && said.matches("[0-9]+ [1-9][0-9]{0,3}")
                    ? Integer.parseInt(said.substring(said.indexOf(' ') + 1))
                    : USUAL_COLUMNS;
        } catch (IOException e) {
            return USUAL_COLUMNS; // no such program, or no such terminal
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_COLUMNS;
        }
    }
}
