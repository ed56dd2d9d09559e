package io.hellowire.dist;

import io.hellowire.certs.KeyText;
import io.hellowire.cli.Encoding;
import io.hellowire.cli.Tool;
import io.hellowire.wire.text.Printable;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;

/** The command {@code hellowire}: its first word says which tool gets the rest. Without any it serves. */
public final class Main {

    private static final Pattern ADDRESS = Pattern.compile(".*[.:/].*|localhost");

    private Main() {}

    /** Runs the tool and ends the process with its exit code. */
    public static void main(String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        switch (first) {
            case "-h", "--help" -> print(Overview.text(Tool.SERVER.typed()));
            case "help" -> help(withoutFirst(arguments));
            default -> {
                Word word = Word.of(first);
                if (word == null && !first.isEmpty() && !first.startsWith("-")) {
                    System.exit(refuse(first, Encoding.printing(System.err)));
                }
                run(word == null ? Word.SERVE : word, arguments);
            }
        }
    }

    private static void help(String... words) {
        if (words.length == 0) {
            print(Overview.text(Tool.SERVER.typed()));
        } else {
            main(Stream.concat(Stream.of(words), Stream.of("--help")).toArray(String[]::new));
        }
    }

    private static void run(Word word, String... arguments) {
        switch (word) {
            case CERTS -> io.hellowire.certs.cli.Main.main(withoutFirst(arguments));
            case GET -> io.hellowire.client.cli.Main.main(withoutFirst(arguments));
            case SERVE ->
                io.hellowire.server.cli.Main.main(isTyped(word, arguments) ? withoutFirst(arguments) : arguments);
            case INSTALL -> System.exit(refuseToInstall(Encoding.printing(System.err)));
            case PROVE, SHOW, STRIP, HEALTHCHECK -> io.hellowire.server.cli.Main.main(arguments);
            case HELP -> help(withoutFirst(arguments));
        }
    }

    private static boolean isTyped(Word word, String... arguments) {
        return arguments.length > 0 && arguments[0].equals(word.typed());
    }

    /** The launcher does that, and does not ask us; so there is none. */
    private static int refuseToInstall(PrintWriter err) {
        err.println(
                "hellowire: install: nothing to install here (expected: a distribution that was built or unpacked)");
        return ExitCode.USAGE;
    }

    /** A word that is none, and what may have been meant. */
    static int refuse(String word, PrintWriter err) {
        if (KeyText.isIn(word)) {
            err.println("hellowire: argument 1: " + KeyText.REFUSAL);
            return ExitCode.USAGE;
        }
        String said = Printable.ofText(word);
        err.println("hellowire: " + said + ": no such command (expected: " + String.join(", ", Word.near(word)) + ")");
        err.println("Try: "
                + (ADDRESS.matcher(word).matches()
                        ? Tool.CLIENT.typed() + " " + said
                        : Tool.SERVER.typed() + " --help"));
        return ExitCode.USAGE;
    }

    private static void print(String text) {
        PrintWriter out = Encoding.printing(System.out);
        out.print(text);
        out.flush();
    }

    private static String[] withoutFirst(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
