package io.hellowire.client.resolve;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.url.Host;

/** What look-ups fail with, whoever was asked. */
final class DnsFailures {

    private DnsFailures() {}

    static Failure tooSlow(Host.Name host, Deadline deadline) {
        String message = host.typed() + ": no answer to the name lookup within "
                + deadline.limit().toMillis() + " ms";
        Failure failure = Failure.of(Phase.DNS, ExitCode.TIMED_OUT, "dns_timeout", message);
        return failure.hint("--dns-server ADDRESS asks another server; --resolve HOST:PORT:ADDRESS asks none");
    }

    /** With advice that fits what a DNS server said. */
    static Failure advised(Failure failure, Host.Name host, String code) {
        return switch (code) {
            case "SERVFAIL" ->
                failure.hint("the fault lies with this server or those it asks; --dns-server 1.1.1.1 asks another");
            case "REFUSED" ->
                failure.hint(
                        "it serves other clients or other names; without --dns-server the system's server is asked");
            default -> advised(failure, host);
        };
    }

    static Failure advised(Failure failure, Host.Name host) {
        String name = host.withoutDot();
        if (name.endsWith(".local")) {
            return failure.hint(".local names are found by mDNS: both ends must be on the same network segment");
        }
        if (!name.contains(".")) {
            return failure.hint("a name without a dot is known only on the local network; try its IP address");
        }
        return failure.hint("check the spelling; --dns-server 1.1.1.1 asks another server and shows its answer");
    }
}
