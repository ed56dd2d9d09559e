package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.step.Interruption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * The client, run in this process as from the command line.
 *
 * @param exit its exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record ClientRun(int exit, String out, String err) {

    /** Standard output with every run of white space as one space, since lines are broken to fit. */
    public String words() {
        return out.replaceAll("\\s+", " ");
    }

    /** Runs it without a terminal, in ASCII; it prints a report unless a variable says otherwise. */
    public static ClientRun of(String... arguments) {
        return with(Map.of(), "", arguments);
    }

    /** Runs it as for a terminal that has all letters. */
    public static ClientRun inUnicode(String... arguments) {
        return with(Map.of(), "", true, arguments);
    }

    /** Runs it with these variables and this standard input. */
    public static ClientRun with(Map<String, String> environment, String input, String... arguments) {
        return with(environment, input, false, arguments);
    }

    private static ClientRun with(Map<String, String> environment, String input, boolean unicode, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                out,
                new PrintWriter(new OutputStreamWriter(out, UTF_8)),
                new PrintWriter(new OutputStreamWriter(err, UTF_8)),
                reporting(environment),
                new Terminal(false, false, false, 100, 100, unicode),
                () -> Interruption.KEYBOARD);
        int exit = Main.run(console, arguments);
        return new ClientRun(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Map<String, String> reporting(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("HELLOWIRE_REPORT", "text");
        return all;
    }
}
