package io.hellowire.server;

import io.hellowire.server.connection.Port;
import io.hellowire.wire.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sockets that a server listens on, each bound to what the {@link Listeners} ask for. */
final class ListeningSockets {

    private final Listeners where;
    private final Transport transport;
    private final EventLoopGroup loops;
    private final Function<Port, ChannelHandler> pipelines;
    private final AcceptPause acceptPause = new AcceptPause();
    private final List<Channel> sockets = new ArrayList<>();
    private @Nullable Integer httpPort;
    private @Nullable Integer httpsPort;
    private @Nullable Path unixSocket;

    /**
     * Binds nothing yet.
     *
     * @param loops run the sockets and their connections
     * @param pipelines lays out the connections of each kind of port
     */
    ListeningSockets(
            Listeners where, Transport transport, EventLoopGroup loops, Function<Port, ChannelHandler> pipelines) {
        this.where = where;
        this.transport = transport;
        this.loops = loops;
        this.pipelines = pipelines;
    }

    /**
     * Binds them all.
     *
     * @throws IOException if one is taken, not ours to use or not on this machine; those bound before it stay open
     */
    void open() throws IOException {
        if (where.httpPort() != null) {
            httpPort = open(Port.HTTP, where.httpPort());
        }
        if (where.httpsPort() != null) {
            httpsPort = open(Port.HTTPS, where.httpsPort());
        }
        if (where.unixSocket() != null) {
            open(where.unixSocket());
        }
    }

    private int open(Port port, int number) throws IOException {
        if (where.hosts().isEmpty()) {
            return open(port, new InetSocketAddress(number));
        }
        int real = number;
        for (String host : where.hosts()) {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                real = open(port, new InetSocketAddress(address, real));
            }
        }
        return real;
    }

    private int open(Port port, InetSocketAddress address) throws IOException {
        ServerBootstrap bootstrap = bootstrap(port, transport.channels().server())
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.SO_REUSEADDR, true); // and Netty sets TCP_NODELAY on each connection
        return ((InetSocketAddress) bind(bootstrap, port, address).localAddress()).getPort();
    }

    private void open(Path path) throws IOException {
        LeftoverSocket.remove(path);
        ServerBootstrap bootstrap = bootstrap(Port.HTTP, transport.channels().unixServer());
        if (transport != Transport.NIO) { // which cannot, and says so at each connection
            bootstrap.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        }
        bind(bootstrap, Port.HTTP, transport.unixAddress(path));
        unixSocket = path;
        path.toFile().deleteOnExit();
    }

    private ServerBootstrap bootstrap(Port port, Class<? extends ServerChannel> type) {
        return new ServerBootstrap()
                .group(loops)
                .channel(type)
                .handler(acceptPause)
                .childHandler(pipelines.apply(port))
                .option(ChannelOption.SO_BACKLOG, where.backlog());
    }

    private Channel bind(ServerBootstrap bootstrap, Port port, SocketAddress address) throws IOException {
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new CannotListenException(port, address, bound.cause());
        }
        sockets.add(bound.channel());
        return bound.channel();
    }

    /** The port for HTTP, {@code null} if there is none. */
    @Nullable
    Integer httpPort() {
        return httpPort;
    }

    /** The port for HTTPS, {@code null} if there is none. */
    @Nullable
    Integer httpsPort() {
        return httpsPort;
    }

    /** Takes no more connections; those that were taken live on. */
    void close() {
        sockets.forEach(socket -> socket.close().awaitUninterruptibly());
        sockets.clear();
        if (unixSocket != null) {
            delete(unixSocket);
        }
    }

    private static void delete(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // The next start says that it is taken, which is when someone cares.
        }
    }
}
