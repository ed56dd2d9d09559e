package io.hellowire.client.cli;

import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.ConnectOptions.Strategy;
import io.hellowire.client.connect.ConnectTo;
import io.hellowire.client.connect.LocalEnd;
import io.hellowire.client.connect.RouteOptions;
import io.hellowire.client.resolve.NameOptions;
import io.hellowire.client.resolve.NameOptions.Family;
import io.hellowire.client.resolve.NameOptions.Source;
import io.hellowire.client.resolve.NameOverride;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Credentials;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options about names, ways and connections. */
final class ConnectArguments extends Arguments {

    private static final int DNS_PORT = 53;

    private final Option<Boolean> ipv4 = named("-4", "--ipv4").flag("Use IPv4 addresses only.");

    private final Option<Boolean> ipv6 = named("-6", "--ipv6").flag("Use IPv6 addresses only.");

    private final Option<List<String>> resolve = named("--resolve")
            .texts(
                    "HOST:PORT:ADDR[,ADDR]",
                    "Use these addresses instead of looking the host up; * matches every host.");

    private final Option<List<String>> connectTo = named("--connect-to")
            .texts("HOST1:PORT1:HOST2:PORT2", "Connect to host 2 instead of host 1; nothing else changes.");

    private final Option<Boolean> dns = named("--dns").flag("Query the DNS server directly and show its records.");

    private final Option<String> dnsServer =
            named("--dns-server").text("ADDR[:PORT]", "Query this DNS server and show its records.");

    private final Option<Duration> timeout = named("--connect-timeout")
            .value(
                    "TIME",
                    Duration.class,
                    Duration.ofSeconds(10),
                    "Limit for lookup, connection, proxy and TLS together (default: 10; 0: no limit).");

    private final Option<Integer> attemptDelayMillis = named("--attempt-delay", "--happy-eyeballs-timeout-ms")
            .value(
                    "MS",
                    Integer.class,
                    250,
                    "Delay before the next address is tried beside a slow one, 10 to 2000 (default: 250).");

    private final Option<Boolean> noRace =
            named("--no-race").flag("Try the next address only after the last one has failed.");

    private final Option<Boolean> all = named("--all-addresses").flag("Try every address, to see which of them work.");

    private final Option<String> from =
            named("--interface").text("ADDR|NAME", "Connect from this address or interface.");

    private final Option<Integer> localPort =
            named("--local-port").value("PORT", Integer.class, 0, "Connect from this port.");

    private final Option<Path> unixSocket =
            named("--unix-socket").value("PATH", Path.class, "Connect to this Unix socket instead.");

    private final Option<String> proxy = named("-x", "--proxy")
            .text("[SCHEME://]HOST[:PORT]", "Use this proxy: http, https, socks5 or socks5h; empty for none.");

    private final Option<String> socks =
            named("--socks5").text("HOST[:PORT]", "Like -x socks5://HOST:PORT: resolve names here.");

    private final Option<String> socksWithNames =
            named("--socks5-hostname").text("HOST[:PORT]", "Like -x socks5h://HOST:PORT: let the proxy resolve names.");

    private final Option<String> proxyUser = named("-U", "--proxy-user").text("USER:PASSWORD", "Log in to the proxy.");

    private final Option<String> noProxy =
            named("--noproxy").text("LIST", "Hosts to reach without the proxy; * for all.");

    private final Option<Boolean> announced =
            named("--haproxy-protocol").negatableFlag("Send a PROXY line with both addresses first, as HAProxy does.");

    NameOptions names(Profile profile) throws StepException {
        if (ipv4.value() && ipv6.value()) {
            throw UsageError.of("-4: together with -6 (expected: one of them, or neither)");
        }
        Family family = ipv4.value() ? Family.IPV4 : ipv6.value() ? Family.IPV6 : Family.ANY;
        return new NameOptions(
                profile.isTutorial() && family == Family.ANY ? Family.IPV4 : family,
                resolve.value().stream().map(NameOverride::parse).toList(),
                dns.value() || dnsServer.given() != null ? Source.DNS : Source.SYSTEM,
                dnsServer.given() == null ? null : dnsServer(dnsServer.given()));
    }

    private static InetSocketAddress dnsServer(String text) throws StepException {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String address =
                (hasPort ? text.substring(0, colon) : text).replace("[", "").replace("]", "");
        String port = hasPort ? text.substring(colon + 1) : String.valueOf(DNS_PORT);
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(address);
        if (octets == null || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw UsageError.of("--dns-server: " + text + " (expected: an address, optionally with :PORT)");
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(octets), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 octets are an address", e);
        }
    }

    ConnectOptions connect(Profile profile) throws StepException {
        if (all.value() && noRace.value()) {
            throw UsageError.of("--all-addresses: together with --no-race (expected: one of them)");
        }
        if (localPort.value() < 0 || localPort.value() > 65535) {
            throw UsageError.of("--local-port: " + localPort.value() + " (expected: 1 to 65535)");
        }
        Strategy strategy = all.value() ? Strategy.ALL : noRace.value() ? Strategy.ONE_BY_ONE : Strategy.RACE;
        return new ConnectOptions(
                timeout.value(),
                Duration.ofMillis(attemptDelayMillis.value()),
                profile.isTutorial() && strategy == Strategy.RACE ? Strategy.FIRST_ONLY : strategy,
                from.given() == null && localPort.value() == 0 ? null : LocalEnd.of(from.given(), localPort.value()),
                unixSocket.given(),
                announced.value());
    }

    private @Nullable String proxy() throws StepException {
        List<Option<String>> given = List.of(proxy, socks, socksWithNames).stream()
                .filter(option -> option.given() != null)
                .toList();
        if (given.size() > 1) {
            throw UsageError.of(
                    given.get(1).name() + ": together with " + given.get(0).name() + " (expected: one of them)");
        }
        if (socks.given() != null) {
            return "socks5://" + socks.given();
        }
        return socksWithNames.given() == null ? proxy.given() : "socks5h://" + socksWithNames.given();
    }

    RouteOptions route(Console console) throws StepException {
        return new RouteOptions(
                connectTo.value().stream().map(ConnectTo::parse).toList(),
                proxy(),
                proxyUser.given() == null ? null : new Credentials(proxyUser.given()),
                noProxy.given(),
                console.environment());
    }

    /** The ways to the server that are not the usual one, as words of curl, which has the same options. */
    List<String> wordsForCurl() throws StepException {
        refuse(List.of(dns, dnsServer));
        List<String> words = new ArrayList<>();
        for (Option<?> option : List.of(ipv4, ipv6)) {
            if (Boolean.TRUE.equals(option.given())) {
                words.add(option.name());
            }
        }
        for (Option<?> option : List.of(resolve, connectTo, from, unixSocket, proxy, proxyUser, noProxy)) {
            for (Object value : option.given() instanceof List<?> several ? several : Arrays.asList(option.given())) {
                if (value != null) {
                    words.add(option.name());
                    words.add(value.toString());
                }
            }
        }
        return words;
    }

    /** A program in a language that knows no other way than the usual one would not meet the same server. */
    void refuseUntranslatable() throws StepException {
        refuse(List.of(dns, dnsServer, ipv4, ipv6, resolve, connectTo, from, unixSocket, proxy));
    }

    private static void refuse(List<Option<?>> options) throws StepException {
        for (Option<?> option : options) {
            Object given = option.given();
            boolean usual = given == null || given.equals(false) || given.equals(List.of()) || given.equals("");
            if (!usual) {
                throw UsageError.of(
                        "--as: with " + option.name() + " (expected: without, the program would not do it)");
            }
        }
    }
}
