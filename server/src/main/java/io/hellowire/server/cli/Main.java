package io.hellowire.server.cli;

import io.hellowire.capture.cli.ShowCommand;
import io.hellowire.capture.cli.StripCommand;
import io.hellowire.certs.KeyText;
import io.hellowire.cli.AsTyped;
import io.hellowire.cli.Dialect;
import io.hellowire.cli.Encoding;
import io.hellowire.cli.HelpWord;
import io.hellowire.cli.Tool;
import io.hellowire.cli.Variables;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The server's command: exit code 0 it worked, 1 it did not, 2 the command line was wrong. */
public final class Main {

    /**
     * What we want of Netty unless the user says otherwise: no flight recorder events of its allocator, which cost a
     * tenth of the time in which we start, and no search for leaked buffers, which costs a twentieth of each request;
     * the tests search for them.
     */
    private static final Map<String, String> NETTY =
            Map.of("io.netty.jfr.enabled", "false", "io.netty.leakDetection.level", "disabled");

    /** What servers commonly read. Never HELLOWIRE_PORT: Kubernetes sets it to a URL for a service called hellowire. */
    static final Map<String, List<String>> COMMON = Map.of(
            "--http-port", List.of("HTTP_PORT", "PORT"),
            "--https-port", List.of("HTTPS_PORT"),
            "--cert", List.of("HTTPS_CERT_FILE"),
            "--key", List.of("HTTPS_KEY_FILE"));

    private static final String HEALTH_CHECK = "healthcheck";

    private Main() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        LastWords.takeOver();
        NETTY.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        PrintWriter out = Encoding.printing(System.out);
        PrintWriter err = Encoding.printing(System.err);
        System.exit(AsTyped.run(
                Tool.SERVER.label(), err, (variables, typed) -> run(out, err, variables, typed), arguments));
    }

    /** Runs in this process; the exit code is the result. */
    public static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        Variables variables = new Variables(environment, COMMON);
        String argument = KeyText.placeIn(arguments);
        String place = argument == null ? variables.nameOfOne(KeyText::isIn) : argument;
        if (place != null) {
            err.println(Tool.SERVER.label() + ": " + place + ": " + KeyText.REFUSAL);
            return CommandLine.ExitCode.USAGE;
        }
        boolean healthCheck = arguments.length > 0 && arguments[0].equals(HEALTH_CHECK);
        // Apart from the server's own command, since a health check runs every few seconds and needs none of it.
        CommandLine command = healthCheck ? new CommandLine(new HealthCheckCommand()) : serverCommand(environment);
        Dialect.speak(Tool.SERVER, command, out, err, variables).setOverwrittenOptionsAllowed(true);
        if (!healthCheck) {
            return command.execute(HelpWord.understood(arguments));
        }
        command.setCommandName(Tool.SERVER.typed() + " " + HEALTH_CHECK);
        return command.execute(HelpWord.understood(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    /** The command and those below it, with all their options. */
    public static CommandLine serverCommand(Map<String, String> environment) {
        CommandLine command = new CommandLine(new ServerCommand(environment))
                .addSubcommand(new ProveCommand())
                .addSubcommand(new ShowCommand())
                .addSubcommand(new StripCommand())
                .addSubcommand(HEALTH_CHECK, new HealthCheckCommand());
        ServerCommand.showInGroups(command.getCommandSpec());
        return command;
    }
}
