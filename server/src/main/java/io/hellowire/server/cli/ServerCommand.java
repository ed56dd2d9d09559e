package io.hellowire.server.cli;

import io.hellowire.capture.CaptureOptions;
import io.hellowire.cli.OptionGroups;
import io.hellowire.server.HelloServer;
import io.hellowire.server.ServerOptions;
import io.hellowire.server.journal.JournalOptions.Destination;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the server and waits for a signal to stop it. */
@Command(
        name = "hellowire-server",
        description = "Answer every request with the next number, and show it exactly as it came.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false, // none is there, and looking for them takes time
        sortOptions = false,
        abbreviateSynopsis = true,
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME}                                    on ports 8080 and 8443",
            "  ${ROOT-COMMAND-NAME} -p 80 --cert server.pem            with a certificate of yours",
            "  ${ROOT-COMMAND-NAME} --capture wire.pcapng --secrets embed    for Wireshark",
            "",
            "Environment:",
            "  Every option has a variable, such as HELLOWIRE_HTTP_PORT=80 for --http-port; HTTP_PORT or",
            "  PORT, HTTPS_PORT, HTTPS_CERT_FILE and HTTPS_KEY_FILE are read too."
        })
final class ServerCommand implements Callable<Integer> {

    @Mixin
    private ListenFlags listen = new ListenFlags();

    @Mixin
    private TlsFlags tls = new TlsFlags();

    @Mixin
    private AnswerFlags answers = new AnswerFlags();

    @Mixin
    private JournalFlags journal = new JournalFlags();

    @Mixin
    private LimitFlags limits = new LimitFlags();

    @Mixin
    private EngineFlags engine = new EngineFlags();

    @Mixin
    private CaptureFlags capture = new CaptureFlags();

    @Option(names = "--qr", fallbackValue = "true", description = "Draw the URL as a QR code, for phones.")
    private boolean qr;

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "Print at the start what the server runs on, and its limits.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> environment;

    ServerCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Has its help show the options in groups. */
    static void showInGroups(CommandSpec spec) {
        OptionGroups groups = new OptionGroups();
        for (Group group : GROUPS) {
            CommandSpec mixin = Objects.requireNonNull(spec.mixins().get(group.mixin()), group.mixin());
            groups.with(group.heading(), mixin.options());
        }
        groups.showIn(spec);
    }

    /** @param mixin the field that holds its options */
    private record Group(String heading, String mixin) {}

    private static final List<Group> GROUPS = List.of(
            new Group("Where it listens", "listen"),
            new Group("TLS and certificates", "tls"),
            new Group("What it answers", "answers"),
            new Group("What it shows", "journal"),
            new Group("Limits", "limits"),
            new Group("What it runs on", "engine"),
            new Group("Captures", "capture"));

    @Override
    public Integer call() throws IOException, InterruptedException {
        CaptureOptions captured = capture.options(environment);
        Destination usual = captured.usesStandardOutput() ? Destination.STANDARD_ERROR : Destination.STANDARD_OUTPUT;
        ServerOptions options = new ServerOptions(
                listen.listeners(),
                listen.listeners().httpsPort() == null ? null : tls.options(environment),
                answers.options(),
                journal.options(usual),
                limits.limits(journal.rawBodies()),
                engine.engine(),
                captured);
        Ending ending = new Ending(options.journal());
        HelloServer server = HelloServer.start(options, ending::journalIsGone);
        ending.listenForSignals(server);
        PrintWriter err = spec.commandLine().getErr();
        Banner banner = new Banner(options, server);
        Welcome welcome = new Welcome(options, server, Container.around(environment));
        String url = welcome.url();
        if (qr && url != null) {
            QrPicture.of(url).forEach(err::println);
        }
        (journal.isQuiet() ? welcome.aboutTheCapture() : welcome.lines()).forEach(err::println);
        if (verbose) {
            banner.details().forEach(err::println);
        }
        err.println(banner.ready());
        return ending.await(server, err);
    }
}
