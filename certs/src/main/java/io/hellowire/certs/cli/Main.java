package io.hellowire.certs.cli;

import io.hellowire.certs.KeyText;
import io.hellowire.certs.issue.NamesNotPermittedException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code hellowire-certs}: exit code 0 it worked, 1 it did not, 2 the command line was wrong. */
@Command(
        name = "hellowire-certs",
        description = "Makes, shows, checks and converts certificates, also for machines without a domain name.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            CreateCommand.class,
            CaCommand.class,
            RenewCommand.class,
            TrustCommand.class,
            ShowCommand.class,
            CheckCommand.class,
            ConvertCommand.class,
            CompletionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hellowire-certs create                  for this machine, under all its names",
            "  hellowire-certs ca                      an authority of your own, then",
            "  hellowire-certs create --ca hellowire-ca",
            "",
            "hellowire-certs is short for: java -jar hellowire-certs.jar"
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(printing(System.out), printing(System.err), arguments));
    }

    private static PrintWriter printing(PrintStream stream) {
        String encoding =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return new PrintWriter(new OutputStreamWriter(stream, Charset.forName(encoding)), true);
    }

    /** Runs in this process; the exit code is the result. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        String place = KeyText.placeIn(arguments);
        if (place != null) {
            err.println("hellowire-certs: " + place + ": " + KeyText.REFUSAL);
            return CommandLine.ExitCode.USAGE;
        }
        CommandLine command = new CommandLine(new Main());
        Converters.register(command);
        return command.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(96)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setParameterExceptionHandler((wrong, all) -> reportUsage(wrong))
                .setExecutionExceptionHandler((thrown, failed, parsed) -> report(thrown, failed))
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int reportUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr().println("Try: " + name + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** What the user or the system did wrong is one line; what we did wrong is thrown on and shows its stack. */
    private static int report(Exception thrown, CommandLine command) throws Exception {
        if (thrown instanceof TypeConversionException) {
            return reportUsage(new ParameterException(command, String.valueOf(thrown.getMessage())));
        }
        if (!(thrown instanceof IOException || thrown instanceof NamesNotPermittedException)) {
            throw thrown;
        }
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + inWords(thrown));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String inWords(Exception thrown) {
        if (thrown instanceof FileAlreadyExistsException e) {
            return Path.of(e.getFile()).normalize()
                    + ": is already there (expected: a new name, or --force to replace it)";
        }
        if (thrown instanceof AccessDeniedException e) {
            return e.getFile() + ": access denied (expected: a place where you may write)";
        }
        if (thrown instanceof NoSuchFileException e) {
            return e.getFile() + ": not found";
        }
        if (thrown instanceof FileSystemException e) {
            return e.getFile() + ": " + (e.getReason() == null ? e.getMessage() : e.getReason());
        }
        return String.valueOf(thrown.getMessage());
    }
}
