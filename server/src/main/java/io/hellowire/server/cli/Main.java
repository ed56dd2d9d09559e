package io.hellowire.server.cli;

import io.hellowire.capture.cli.ShowCommand;
import io.hellowire.capture.cli.StripCommand;
import io.hellowire.certs.KeyText;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code hellowire-server}: exit code 0 it worked, 1 it did not, 2 the command line was wrong. */
public final class Main {

    /**
     * What we want of Netty unless the user says otherwise: no flight recorder events of its allocator, which cost a
     * tenth of the time in which we start, and no search for leaked buffers, which costs a twentieth of each request;
     * the tests search for them.
     */
    private static final Map<String, String> NETTY =
            Map.of("io.netty.jfr.enabled", "false", "io.netty.leakDetection.level", "disabled");

    private static final String HEALTH_CHECK = "healthcheck";

    private Main() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        NETTY.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        System.exit(run(printing(System.out), printing(System.err), System.getenv(), arguments));
    }

    private static PrintWriter printing(PrintStream stream) {
        String encoding =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return new PrintWriter(new OutputStreamWriter(stream, Charset.forName(encoding)), true);
    }

    /** Runs in this process; the exit code is the result. */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        String argument = KeyText.placeIn(arguments);
        String place = argument == null ? Environment.keyIn(environment) : argument;
        if (place != null) {
            err.println("hellowire-server: " + place + ": " + KeyText.REFUSAL);
            return CommandLine.ExitCode.USAGE;
        }
        boolean healthCheck = arguments.length > 0 && arguments[0].equals(HEALTH_CHECK);
        // Apart from the server's own command, since a health check runs every few seconds and needs none of it.
        CommandLine command = healthCheck ? new CommandLine(new HealthCheckCommand()) : serverCommand(environment);
        return command.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setDefaultValueProvider(new Environment(environment))
                .setParameterExceptionHandler((wrong, all) -> reportUsage(wrong))
                .setExecutionExceptionHandler((thrown, line, parsed) -> report(thrown, line))
                .execute(healthCheck ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }

    /** The command and those below it, with all their options. */
    public static CommandLine serverCommand(Map<String, String> environment) {
        return new CommandLine(new ServerCommand(environment))
                .addSubcommand(new ProveCommand())
                .addSubcommand(new ShowCommand())
                .addSubcommand(new StripCommand())
                .addSubcommand(HEALTH_CHECK, new HealthCheckCommand());
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
        boolean ours = !(thrown instanceof IOException || thrown instanceof IllegalArgumentException);
        if (ours) {
            throw thrown;
        }
        command.getErr().println(command.getCommandName() + ": " + thrown.getMessage());
        return thrown instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
