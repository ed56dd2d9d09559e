package io.hellowire.client.resolve;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the operating system, which knows hosts files, mDNS and VPNs. Its look-up cannot be cancelled, so it runs on a
 * daemon thread that is left behind when the time is up.
 */
final class SystemLookup implements Lookup {

    private static final String SOURCE = "system resolver, in its own order";

    @Override
    public Resolution ask(Host.Name host, Timeline timeline, Deadline deadline) throws InterruptedException {
        long start = timeline.now();
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(answer, host.ascii()), "system-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            InetAddress[] addresses = answer.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            return resolution(host, List.of(addresses), new Span(start, timeline.now()));
        } catch (ExecutionException e) {
            Resolution none = resolution(host, List.of(), new Span(start, timeline.now()));
            return none.withFailure(failure(host, e));
        } catch (TimeoutException e) {
            Resolution none = resolution(host, List.of(), new Span(start, timeline.now()));
            return none.withFailure(DnsFailures.tooSlow(host, deadline));
        }
    }

    private static void complete(CompletableFuture<InetAddress[]> answer, String name) {
        try {
            answer.complete(InetAddress.getAllByName(name));
        } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
        }
    }

    private static Resolution resolution(Host.Name host, List<InetAddress> addresses, Span span) {
        return new Resolution(host.typed(), host.withoutDot(), SOURCE, addresses, List.of(), span, null);
    }

    private static Failure failure(Host.Name host, ExecutionException thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String said = String.valueOf(cause.getMessage());
        String reason = said.startsWith(host.ascii() + ": ")
                ? said.substring(host.ascii().length() + 2)
                : "unknown host";
        String message = host.typed() + ": no address (the system says: " + reason + ")";
        Failure failure = Failure.of(Phase.DNS, ExitCode.HOST_NOT_RESOLVED, "host_not_found", message);
        return DnsFailures.advised(failure, host).causedBy(cause);
    }
}
