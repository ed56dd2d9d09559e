package io.hellowire.certs.cli;

import io.hellowire.certs.KeyText;
import io.hellowire.certs.issue.NamesNotPermittedException;
import io.hellowire.cli.AsTyped;
import io.hellowire.cli.Dialect;
import io.hellowire.cli.Encoding;
import io.hellowire.cli.HelpWord;
import io.hellowire.cli.Tool;
import io.hellowire.cli.Variables;
import io.hellowire.wire.text.FileError;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command for certificates: exit code 0 it worked, 1 it did not, 2 the command line was wrong. */
@Command(
        name = "hellowire-certs",
        description = "Create, show, check and convert certificates, also for machines without a domain name.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            CreateCommand.class,
            CaCommand.class,
            SignCommand.class,
            RenewCommand.class,
            TrustCommand.class,
            ShowCommand.class,
            CheckCommand.class,
            ConvertCommand.class,
            CompletionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} create                  for this machine, under all its names",
            "  ${ROOT-COMMAND-NAME} ca                      an authority of your own, then",
            "  ${ROOT-COMMAND-NAME} create --ca hellowire-ca",
            "",
            "Every option has an environment variable: HELLOWIRE_KEY_TYPE for --key-type."
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        PrintWriter out = Encoding.printing(System.out);
        PrintWriter err = Encoding.printing(System.err);
        System.exit(
                AsTyped.run(Tool.CERTS.label(), err, (variables, typed) -> run(out, err, variables, typed), arguments));
    }

    /** Runs in this process; the exit code is the result. */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        Variables variables = new Variables(environment);
        String argument = KeyText.placeIn(arguments);
        String place = argument == null ? variables.nameOfOne(KeyText::isIn) : argument;
        if (place != null) {
            err.println(Tool.CERTS.label() + ": " + place + ": " + KeyText.REFUSAL);
            return CommandLine.ExitCode.USAGE;
        }
        CommandLine command = new CommandLine(new Main());
        if (Tool.areOneCommand()) {
            command.getCommandSpec().removeSubcommand("completion"); // which comes with the command
        }
        Converters.register(command);
        Dialect.speak(Tool.CERTS, command, out, err, variables);
        IExecutionExceptionHandler usual = command.getExecutionExceptionHandler();
        return command.setExecutionExceptionHandler(
                        (thrown, failed, parsed) -> usual.handleExecutionException(inWords(thrown), failed, parsed))
                .execute(HelpWord.understood(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What the system says about a file is told in words; so is that an authority must not sign something. */
    private static Exception inWords(Exception thrown) {
        return thrown instanceof FileSystemException || thrown instanceof NamesNotPermittedException
                ? new IOException(Printable.withLetters(words(thrown)), thrown)
                : thrown;
    }

    private static String words(Exception thrown) {
        if (thrown instanceof FileAlreadyExistsException e) {
            return Path.of(e.getFile()).normalize()
                    + ": is already there (expected: a new name, or --force to replace it)";
        }
        if (thrown instanceof FileSystemException e) {
            String expected = e instanceof AccessDeniedException ? " (expected: a place where you may write)" : "";
            return e.getFile() + ": " + FileError.reason(e) + expected;
        }
        return String.valueOf(thrown.getMessage());
    }
}
