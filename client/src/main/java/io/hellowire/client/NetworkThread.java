package io.hellowire.client;

import io.hellowire.capture.Capture;
import io.hellowire.client.connect.ConnectOptions;
import io.hellowire.client.connect.Connector;
import io.hellowire.wire.Transport;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The thread that waits for the network: one, as there is one connection at a time. */
final class NetworkThread implements AutoCloseable {

    /** One connection at a time gains nothing from a native transport, and would wait for it to load. */
    static final Transport TRANSPORT = Transport.NIO;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("network", true), TRANSPORT.ioHandlers());

    EventLoop loop() {
        return group.next();
    }

    /** @param capture takes what crosses the wire, {@code null} if nobody wants it */
    Connector connector(ConnectOptions options, @Nullable Capture capture) {
        return new Connector(TRANSPORT, group, options, capture);
    }

    /** Ends it, without the two seconds of quiet that Netty likes. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
