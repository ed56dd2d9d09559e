package io.hellowire.client.resolve;

import io.hellowire.wire.Transport;
import io.hellowire.wire.text.AddressText;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.ReflectiveChannelFactory;
import io.netty.channel.socket.DatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what speaks to DNS servers: nothing is remembered, and a short answer is asked for again over TCP. */
final class DnsServers {

    private static final long QUESTION_MILLIS = 5000;

    private DnsServers() {}

    /**
     * Asks one server.
     *
     * @param server whom to ask, or {@code null} for the system's servers
     */
    public static DnsLookup lookup(Transport transport, EventLoop loop, @Nullable InetSocketAddress server) {
        DnsNameResolver resolver = new DnsNameResolverBuilder(loop)
                .datagramChannelFactory(withPlainNames(transport.channels().datagram()))
                .socketChannelType(transport.channels().client(), false)
                .nameServerProvider(
                        server == null
                                ? DnsServerAddressStreamProviders.platformDefault()
                                : new SingletonDnsServerAddressStreamProvider(server))
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .searchDomains(List.of())
                .queryTimeoutMillis(QUESTION_MILLIS)
                .build();
        return new DnsLookup(
                resolver, server == null ? "the system's DNS server" : "DNS server " + AddressText.withPort(server));
    }

    private static ChannelFactory<DatagramChannel> withPlainNames(Class<? extends DatagramChannel> type) {
        ChannelFactory<? extends DatagramChannel> channels = new ReflectiveChannelFactory<>(type);
        return () -> {
            DatagramChannel channel = channels.newChannel();
            channel.pipeline().addLast("plain-names", new PlainNames()); // before all that the resolver adds
            return channel;
        };
    }
}
