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

    /** Has this command and those that it has by now speak it. */
    public static CommandLine speak(CommandLine command, PrintWriter out, PrintWriter err, Variables variables) {
        command.registerConverter(Path.class, new FileNameText());
        return command.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(COLUMNS)
                .setUsageHelpLongOptionsMaxWidth(OPTION_COLUMNS)
                .setDefaultValueProvider(variables)
                .setParameterExceptionHandler((wrong, all) -> refuse(wrong))
                .setExecutionExceptionHandler((thrown, failed, parsed) -> fail(thrown, failed));
    }

    private static int refuse(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(name + ": " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try: " + name + " --help");
        }
        err.flush();
        return ExitCode.USAGE;
    }

    /** What the user or the system did wrong is one line; what we did wrong is thrown on and shows its stack. */
    private static int fail(Exception thrown, CommandLine command) throws Exception {
        if (thrown instanceof TypeConversionException) {
            return refuse(new ParameterException(command, String.valueOf(thrown.getMessage())));
        }
        if (!(thrown instanceof IOException || thrown instanceof IllegalArgumentException)) {
            throw thrown;
        }
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + thrown.getMessage());
        return thrown instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}
