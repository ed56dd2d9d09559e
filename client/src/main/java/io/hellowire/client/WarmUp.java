package io.hellowire.client;

import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.ConnectOptions.Strategy;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.resolve.NameOptions;
import io.hellowire.client.resolve.NameOptions.Family;
import io.hellowire.client.resolve.NameOptions.Source;
import io.hellowire.client.resolve.NameOverride;
import io.hellowire.client.step.StepException;
import io.hellowire.client.tls.LibraryChoice;
import io.hellowire.client.tls.OwnServer;
import io.hellowire.client.tls.TlsOptions;
import io.hellowire.client.tls.TlsOptions.Library;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Scheme;
import io.hellowire.client.url.Target;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole fetch from ourselves before the clock starts. Java loads a class when it is first used; without this, that
 * would be shown as time that the network took.
 *
 * <p>Loading them takes a good part of a short run. So a first warm-up may go on beside the reading of the command
 * line, whatever that will say.
 */
public final class WarmUp {

    /** Where the name leads. Not the loopback address of Java, which may be of the other family. */
    private static final String HERE = "127.0.0.1";

    /** Long: where a hundred of us start at once, half a second of work takes half a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final byte[] RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    /** The libraries of TLS that are warm, and {@link Scheme#HTTP} if all that is not TLS is. */
    private static final Set<Enum<?>> WARM = ConcurrentHashMap.newKeySet();

    private static volatile CompletableFuture<@Nullable Void> first = CompletableFuture.completedFuture(null);

    private WarmUp() {}

    /**
     * Warms up on a thread of its own. Until {@link #finish} nobody else may use Netty: two threads that prepare the
     * same classes in another order can wait for each other.
     *
     * @param arguments the command line, of which as much is guessed as is needed; a wrong guess costs time only
     */
    public static void begin(List<String> arguments) {
        boolean encrypted = arguments.stream().anyMatch(argument -> argument.startsWith("https:"))
                && arguments.stream().noneMatch(argument -> argument.startsWith("--tls-provider"));
        first = CompletableFuture.runAsync(
                () -> {
                    if (encrypted) {
                        encrypted(TlsOptions.defaults(), Clock.systemUTC());
                    } else {
                        plain(Clock.systemUTC());
                    }
                },
                WarmUp::runBeside);
    }

    private static void runBeside(Runnable task) {
        Thread thread = new Thread(task, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when what was begun is over. */
    public static void finish() {
        first.exceptionally(e -> null).join(); // what fails here will fail the fetch, too, which says so
    }

    /** Fetches from ourselves, unless that has been done. */
    static void plain(Clock clock) {
        if (WARM.add(Scheme.HTTP)) {
            play(null, clock);
        }
    }

    /** The same through TLS, by the library that these options ask for. */
    static void encrypted(TlsOptions options, Clock clock) {
        try {
            Library library = LibraryChoice.of(options);
            WARM.add(Scheme.HTTP);
            if (WARM.add(library)) {
                playEncrypted(library, clock);
            }
        } catch (StepException | IOException e) {
            return; // what is wrong will be said by the fetch itself
        }
    }

    private static void playEncrypted(Library library, Clock clock) throws IOException {
        try (OwnServer server = OwnServer.by(library)) {
            play(server, clock);
        }
    }

    /**
     * Plays both ends; where the machine does not let us listen, the show begins without it.
     *
     * @param server the other end of TLS, or {@code null} to go without
     * @return how it went, or {@code null} if it did not
     */
    static @Nullable FetchReport play(@Nullable OwnServer server, Clock clock) {
        try (ServerSocket stage = new ServerSocket(0, 1, NetUtil.LOCALHOST4)) {
            runBeside(() -> answer(stage, server));
            return fetch(stage.getLocalPort(), server, clock);
        } catch (IOException e) {
            return null; // only the first numbers will be less exact
        }
    }

    private static FetchReport fetch(int port, @Nullable OwnServer server, Clock clock) {
        FetchOptions options = options(port, server == null ? TlsOptions.defaults() : server.client());
        try (Session session = Session.unprepared(options, clock)) {
            FetchReport report = new Fetch(options, session, new CookieJar(clock), Destination.REPORT)
                    .run(target(server == null ? Scheme.HTTP : Scheme.HTTPS, port));
            if (report.exitCode().isInterruption()) {
                Thread.currentThread().interrupt();
            }
            return report;
        }
    }

    private static FetchOptions options(int port, TlsOptions tls) {
        FetchOptions usual = FetchOptions.defaults();
        NameOverride here = NameOverride.parse(OwnServer.NAME + ":" + port + ":" + HERE);
        return new FetchOptions(
                usual.request(),
                usual.route(),
                new NameOptions(Family.ANY, List.of(here), Source.SYSTEM, null),
                new ConnectOptions(LIMIT, usual.connect().attemptDelay(), Strategy.FIRST_ONLY, null, null, false),
                tls,
                usual.response(),
                new FetchOptions.Overall(LIMIT, FetchOptions.StopAfter.RESPONSE, null, "warm-up"));
    }

    private static Target target(Scheme scheme, int port) {
        try {
            return Target.parse(scheme.word() + "://" + OwnServer.NAME + ":" + port + "/");
        } catch (MalformedUrlException e) {
            throw new AssertionError("this is a URL", e);
        }
    }

    private static void answer(ServerSocket stage, @Nullable OwnServer server) {
        try (Socket socket = stage.accept()) {
            if (server == null) {
                answer(socket);
            } else {
                server.answer(socket, RESPONSE);
            }
        } catch (IOException | RuntimeException e) {
            return; // the play is over; what fails here will fail the fetch, too, which says so
        }
    }

    private static void answer(Socket client) throws IOException {
        try (OutputStream out = client.getOutputStream()) {
            out.write(RESPONSE);
            out.flush();
            client.getInputStream().readAllBytes(); // until the client closes it
        }
    }
}
