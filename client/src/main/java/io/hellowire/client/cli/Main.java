package io.hellowire.client.cli;

import io.hellowire.certs.KeyText;
import io.hellowire.cli.AsTyped;
import io.hellowire.cli.Dialect;
import io.hellowire.cli.Encoding;
import io.hellowire.cli.HelpWord;
import io.hellowire.cli.Tool;
import io.hellowire.cli.Variables;
import io.hellowire.client.WarmUp;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Interruption;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Starts the client. */
public final class Main {

    /** With these there is nothing to warm up for. A wrong guess costs time, and nothing else. */
    private static final Set<String> WITHOUT_FETCH =
            Set.of("-h", "--help", "help", "-V", "--version", "--dry-run", "--as");

    private static final Logger NETTY = Logger.getLogger("io.netty"); // which Java forgets if nobody holds it

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Interrupts interrupts = new Interrupts();
        interrupts.watchOver(Thread.currentThread());
        beforeNettyIsLoaded();
        beforeAddressesAreLookedUp();
        if (Stream.of(arguments).noneMatch(WITHOUT_FETCH::contains)) {
            WarmUp.begin(List.of(arguments));
        }
        int exit = AsTyped.run(
                Tool.CLIENT.label(),
                Encoding.printing(new FileOutputStream(FileDescriptor.err)),
                (variables, typed) -> run(consoleOfThisProcess(variables, interrupts::reason), typed),
                arguments);
        interrupts.reportIsPrinted();
        WarmUp.finish(); // Java waits 300 ms for a thread that waits for the network
        System.exit(exit);
    }

    private static void beforeNettyIsLoaded() {
        // Netty's own remarks go where Java's go, and without a logging library, whose start would take longer than
        // ours. What they warn of is mostly what peers have sent, as it came: that we say ourselves.
        NETTY.setLevel(Level.SEVERE);
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        System.setProperty("io.netty.jfr.enabled", "false"); // a hundred classes less to load
    }

    /** The command with all its options. */
    public static CommandLine command() {
        return new CommandLine(
                new FetchCommand(consoleOfThisProcess(System.getenv(), () -> Interruption.KEYBOARD)).spec());
    }

    private static Console consoleOfThisProcess(Map<String, String> environment, Supplier<Interruption> interruption) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        return new Console(
                System.in,
                out,
                Encoding.printing(out),
                Encoding.printing(new FileOutputStream(FileDescriptor.err)),
                environment,
                Terminal.ofThisProcess(environment, Encoding.asked()),
                interruption);
    }

    /** Java would put IPv4 first and remember answers; what is shown is the system's own order, asked anew. */
    private static void beforeAddressesAreLookedUp() {
        System.setProperty("java.net.preferIPv6Addresses", "system");
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /** Runs the command in this process; the exit code is the result. */
    static int run(Console console, String... arguments) {
        String[] words = CurlWords.understood(arguments.length == 1 ? HelpWord.understood(arguments) : arguments);
        String place = MisplacedKey.placeIn(console.environment(), words);
        if (place != null) {
            console.errors().println(Tool.CLIENT.label() + ": " + place + ": " + KeyText.REFUSAL);
            console.errors().flush();
            return ExitCode.USAGE.number();
        }
        try {
            return orUnwritten(command(console).execute(words), console);
        } catch (Error e) { // picocli hands on what is no exception
            return CrashReport.report(e, console.errors());
        }
    }

    /** What could not be printed was not done, be it a report, a program or a help text. */
    private static int orUnwritten(int exit, Console console) {
        if (!console.printed().checkError()) {
            return exit;
        }
        console.errors().println(Tool.CLIENT.label() + ": standard output: cannot be written");
        console.errors().flush();
        return exit == ExitCode.OK.number() ? ExitCode.NOT_WRITTEN.number() : exit;
    }

    private static CommandLine command(Console console) {
        CommandLine command = new CommandLine(new FetchCommand(console).spec());
        Converters.register(command);
        return Dialect.speak(
                        Tool.CLIENT, command, console.printed(), console.errors(), new Variables(console.environment()))
                .setUsageHelpWidth(Math.max(60, Math.min(100, console.terminal().columns())))
                .setExpandAtFiles(false) // @ is for what to send, as with curl
                .setAllowOptionsAsOptionParameters(true) // -r -500, -d -v: what follows is the value, as with curl
                .setOverwrittenOptionsAllowed(true) // the last one counts, as with curl
                .setExecutionExceptionHandler((thrown, failed, parsed) -> CrashReport.report(thrown, console.errors()));
    }
}
