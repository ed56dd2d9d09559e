package io.hellowire.client;

import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.Connecting;
import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.Connector;
import io.hellowire.client.exchange.ContentSample;
import io.hellowire.client.exchange.Exchange;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Request.TargetForm;
import io.hellowire.client.exchange.RequestOptions;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with ourselves before the clock starts. Java loads a class when it is first used; without this, that
 * would be shown as time that the network took.
 *
 * <p>Loading them takes a good part of a short run. So a first warm-up may go on beside the reading of the command
 * line, whatever that will say.
 */
public final class WarmUp {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final byte[] RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    private static volatile CompletableFuture<@Nullable Void> first = CompletableFuture.completedFuture(null);

    private WarmUp() {}

    /**
     * Warms up on a thread of its own. Until {@link #finish} nobody else may use Netty: two threads that prepare the
     * same classes in another order can wait for each other.
     */
    public static void begin() {
        first = CompletableFuture.runAsync(WarmUp::loadClasses, WarmUp::runBeside);
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

    private static void loadClasses() {
        try (NetworkThread network = new NetworkThread()) {
            of(network.connector(ConnectOptions.defaults(), null), Clock.systemUTC());
        }
    }

    /** Plays both ends; where the machine does not let us listen, the show begins without it. */
    static void of(Connector connector, Clock clock) {
        try (ServerSocket stage = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            runBeside(() -> answer(stage));
            play(connector, stage, Timeline.start(clock));
        } catch (IOException e) {
            return; // only the first numbers will be less exact
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void play(Connector connector, ServerSocket stage, Timeline timeline) throws InterruptedException {
        Deadline deadline = timeline.deadline(LIMIT);
        InetAddress here = stage.getInetAddress();
        Connecting connecting = connector.connect(List.of(here), stage.getLocalPort(), timeline, deadline, deadline);
        try (Connection connection = connecting.connection()) {
            if (connection != null) {
                Target target = target(stage);
                Request request =
                        Request.of(RequestOptions.defaults(), target, "warm-up", TargetForm.ORIGIN, List.of());
                ContentSample sample = new ContentSample(0);
                new Exchange(connection, request, ResponseOptions.defaults(), sample).run(sample, deadline);
            }
        }
    }

    private static Target target(ServerSocket stage) {
        try {
            return Target.parse("http://127.0.0.1:" + stage.getLocalPort() + "/");
        } catch (MalformedUrlException e) {
            throw new AssertionError("this is a URL", e);
        }
    }

    private static void answer(ServerSocket stage) {
        try (Socket socket = stage.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write(RESPONSE);
            out.flush();
            socket.getInputStream().readAllBytes(); // until we close it
        } catch (IOException e) {
            return; // the play is over
        }
    }
}
