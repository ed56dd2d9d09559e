package io.hellowire.client.cli;

import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.ConnectOptions.Strategy;
import io.hellowire.client.connect.LocalEnd;
import io.hellowire.client.exchange.Credentials;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.resolve.Family;
import io.hellowire.client.resolve.NameOptions;
import io.hellowire.client.resolve.NameOptions.Source;
import io.hellowire.client.resolve.NameOverride;
import io.hellowire.client.route.ConnectTo;
import io.hellowire.client.route.RouteOptions;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about names, ways and connections. */
final class ConnectArguments {

    private static final int DNS_PORT = 53;

    @Option(
            names = {"-4", "--ipv4"},
            description = "Uses IPv4 addresses only.")
    private boolean ipv4;

    @Option(
            names = {"-6", "--ipv6"},
            description = "Uses IPv6 addresses only.")
    private boolean ipv6;

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT:ADDR[,ADDR]",
            description = "Uses these addresses in place of a look-up; * stands for every host.")
    private List<String> resolve = new ArrayList<>();

    @Option(
            names = "--connect-to",
            paramLabel = "HOST1:PORT1:HOST2:PORT2",
            description = "Connects to host 2 in place of host 1, and changes nothing else.")
    private List<String> connectTo = new ArrayList<>();

    @Option(names = "--dns", description = "Asks the DNS server itself, and shows its records.")
    private boolean dns;

    @Option(
            names = "--dns-server",
            paramLabel = "ADDR[:PORT]",
            description = "Asks this DNS server, and shows its records.")
    private @Nullable String dnsServer;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            description = "For look-up, connection, proxy and TLS together: 10; 0 for no limit.")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = {"--attempt-delay", "--happy-eyeballs-timeout-ms"},
            paramLabel = "MS",
            description = "When the next address is tried beside a slow one: 250, from 10 to 2000.")
    private int attemptDelayMillis = 250;

    @Option(names = "--no-race", description = "Tries the next address only after the last one failed.")
    private boolean noRace;

    @Option(names = "--all-addresses", description = "Tries every address, to see which of them work.")
    private boolean all;

    @Option(names = "--interface", paramLabel = "ADDR|NAME", description = "Connects from this address or interface.")
    private @Nullable String from;

    @Option(names = "--local-port", paramLabel = "PORT", description = "Connects from this port.")
    private int localPort;

    @Option(names = "--unix-socket", paramLabel = "PATH", description = "Connects to this socket instead.")
    private @Nullable Path unixSocket;

    @Option(
            names = {"-x", "--proxy"},
            paramLabel = "[SCHEME://]HOST[:PORT]",
            description = "Goes through this proxy: http, https, socks5 or socks5h; empty for none.")
    private @Nullable String proxy;

    @Option(
            names = {"-U", "--proxy-user"},
            paramLabel = "USER:PASSWORD",
            description = "Logs in to the proxy.")
    private @Nullable String proxyUser;

    @Option(names = "--noproxy", paramLabel = "LIST", description = "Hosts reached without it; * for all.")
    private @Nullable String noProxy;

    NameOptions names(Profile profile) throws StepException {
        if (ipv4 && ipv6) {
            throw Wrong.of("-4: together with -6 (expected: one of them, or neither)");
        }
        Family family = ipv4 ? Family.IPV4 : ipv6 ? Family.IPV6 : Family.ANY;
        return new NameOptions(
                profile.isTutorial() && family == Family.ANY ? Family.IPV4 : family,
                resolve.stream().map(NameOverride::parse).toList(),
                dns || dnsServer != null ? Source.DNS : Source.SYSTEM,
                dnsServer == null ? null : dnsServer(dnsServer));
    }

    private static InetSocketAddress dnsServer(String text) throws StepException {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String address =
                (hasPort ? text.substring(0, colon) : text).replace("[", "").replace("]", "");
        String port = hasPort ? text.substring(colon + 1) : String.valueOf(DNS_PORT);
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(address);
        if (octets == null || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw Wrong.of("--dns-server: " + text + " (expected: an address, and perhaps :PORT)");
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(octets), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 octets are an address", e);
        }
    }

    ConnectOptions connect(Profile profile) throws StepException {
        if (all && noRace) {
            throw Wrong.of("--all-addresses: together with --no-race (expected: one of them)");
        }
        if (localPort < 0 || localPort > 65535) {
            throw Wrong.of("--local-port: " + localPort + " (expected: 1 to 65535)");
        }
        Strategy strategy = all ? Strategy.ALL : noRace ? Strategy.ONE_BY_ONE : Strategy.RACE;
        return new ConnectOptions(
                timeout,
                Duration.ofMillis(attemptDelayMillis),
                profile.isTutorial() && strategy == Strategy.RACE ? Strategy.FIRST_ONLY : strategy,
                from == null && localPort == 0 ? null : LocalEnd.of(from, localPort),
                unixSocket);
    }

    RouteOptions route(Console console) {
        return new RouteOptions(
                connectTo.stream().map(ConnectTo::parse).toList(),
                proxy,
                proxyUser == null ? null : new Credentials(proxyUser),
                noProxy,
                console.environment());
    }
}
