package io.hellowire.client.resolve;

import io.hellowire.client.resolve.NameOptions.Source;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.StepException;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.Host;
import io.hellowire.wire.Transport;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Finds the addresses of a host: by itself, from the user's overrides, or by asking the system or a DNS server. */
public final class Names {

    private final NameOptions options;
    private final Lookup lookup;

    private Names(NameOptions options, Lookup lookup) {
        this.options = options;
        this.lookup = lookup;
    }

    /**
     * Asks whom the options name.
     *
     * @param loop an event loop of the transport, for questions to DNS servers
     */
    public static Names of(NameOptions options, Transport transport, EventLoop loop) {
        return new Names(
                options,
                options.source() == Source.SYSTEM
                        ? new SystemLookup()
                        : DnsServers.lookup(transport, loop, options.dnsServer()));
    }

    /**
     * Finds the addresses of a host.
     *
     * @param port the port they are wanted for, which an override may be limited to
     * @return the addresses, or the failure that says why there are none
     */
    public Resolution addressesOf(Host host, int port, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        Resolution found = host instanceof Host.Address literal
                ? literal(literal)
                : named((Host.Name) host, port, timeline, deadline);
        return found.failure() == null ? wanted(found) : found;
    }

    private static Resolution literal(Host.Address host) {
        try {
            InetAddress address = host.zone() == null ? host.address() : Zone.in(host.address(), host.zone());
            return Resolution.known(host.typed(), host.typed(), "address literal", List.of(address));
        } catch (StepException e) {
            return Resolution.known(host.typed(), host.typed(), "address literal", List.of())
                    .withFailure(e.failure());
        }
    }

    private Resolution named(Host.Name host, int port, Timeline timeline, Deadline deadline)
            throws InterruptedException {
        String name = host.withoutDot();
        for (NameOverride override : options.overrides()) {
            if (override.covers(name, port)) {
                return Resolution.known(host.typed(), name, "--resolve", override.addresses());
            }
        }
        if (isLoopbackName(name)) {
            List<InetAddress> loopback = List.of(NetUtil.LOCALHOST6, NetUtil.LOCALHOST4);
            return Resolution.known(host.typed(), name, "always this machine (RFC 6761)", loopback);
        }
        return lookup.ask(host, timeline, deadline);
    }

    /** RFC 6761 section 6.3: such a name never leaves the machine. */
    private static boolean isLoopbackName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.endsWith(".localhost");
    }

    private Resolution wanted(Resolution found) {
        List<InetAddress> kept =
                found.addresses().stream().filter(options.family()::includes).toList();
        if (!kept.isEmpty()) {
            return found.withAddresses(kept);
        }
        String message = found.query() + ": no " + options.family().word() + " address (it has "
                + found.addresses().size() + " of the other kind)";
        Failure failure = Failure.of(Phase.DNS, ExitCode.HOST_NOT_RESOLVED, "no_address_of_family", message);
        return found.withFailure(failure.hint("leave out -4 or -6 to use the addresses it has"));
    }
}
