package io.hellowire.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How every tool's command line is read, and what is said when it is wrong. Exit code 0 it worked, 1 it did not, 2 the
 * command line was wrong.
 */
public final class Dialect {

    private static final int COLUMNS = 100;
    private static final int OPTION_COLUMNS = 34;

    private Dialect() {}

    /** Has this command of a tool, and those that it has by now, speak it, under the name that people type. */
    public static CommandLine speak(
            Tool tool, CommandLine command, PrintWriter out, PrintWriter err, Variables variables) {
        command.setCommandName(tool.typed());
        HelpLayout.applyTo(command, tool);
        command.registerConverter(Path.class, new FileNameText());
        return command.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(COLUMNS)
                .setUsageHelpLongOptionsMaxWidth(OPTION_COLUMNS)
                .setDefaultValueProvider(variables)
                .setParameterExceptionHandler((wrong, all) -> refuse(tool, wrong))
                .setExecutionExceptionHandler((thrown, failed, parsed) -> fail(tool, thrown, failed));
    }

    private static int refuse(Tool tool, ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(label(tool, command) + ": " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE;
    }

    /** What the user or the system did wrong is one line; what we did wrong is thrown on and shows its stack. */
    private static int fail(Tool tool, Exception thrown, CommandLine command) throws Exception {
        if (thrown instanceof TypeConversionException) {
            return refuse(tool, new ParameterException(command, String.valueOf(thrown.getMessage())));
        }
        if (!(thrown instanceof IOException || thrown instanceof IllegalArgumentException)) {
            throw thrown;
        }
        command.getErr().println(label(tool, command) + ": " + thrown.getMessage());
        return thrown instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** The command in front of a message: the tool's label in place of what was typed to start it. */
    private static String label(Tool tool, CommandLine command) {
        String whole = command.getCommandSpec().qualifiedName();
        return whole.startsWith(tool.typed())
                ? tool.label() + whole.substring(tool.typed().length())
                : whole;
    }
}
