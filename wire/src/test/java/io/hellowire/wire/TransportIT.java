package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = "KQUEUE", mode = EnumSource.Mode.EXCLUDE)
    void carriesBytesOverTcp(Transport transport) throws Exception {
        carriesBytes(
                transport,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                transport.channels().server(),
                transport.channels().client());
    }

    @ParameterizedTest
    @EnumSource(names = "KQUEUE", mode = EnumSource.Mode.EXCLUDE)
    void carriesBytesOverAUnixSocket(Transport transport) throws Exception {
        carriesBytes(
                transport,
                transport.unixAddress(folder.resolve("socket")),
                transport.channels().unixServer(),
                transport.channels().unixClient());
    }

    private static void carriesBytes(
            Transport transport,
            SocketAddress address,
            Class<? extends io.netty.channel.ServerChannel> serverChannel,
            Class<? extends Channel> clientChannel)
            throws Exception {
        String whyNot = transport.whyNot();
        if (whyNot != null) {
            throw Program.missing(transport.label() + " does not work here: " + whyNot);
        }
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, transport.ioHandlers());
        try {
            CompletableFuture<String> received = new CompletableFuture<>();
            Channel server = new ServerBootstrap()
                    .group(group)
                    .channel(serverChannel)
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new Completing(received));
                        }
                    })
                    .bind(address)
                    .sync()
                    .channel();
            Channel client = new Bootstrap()
                    .group(group)
                    .channel(clientChannel)
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect(server.localAddress())
                    .sync()
                    .channel();
            client.writeAndFlush(Unpooled.copiedBuffer("hello", US_ASCII)).sync();

            assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
        } finally {
            group.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
        }
    }

    /** Completes with the first bytes that come; five of them come at once. */
    private static final class Completing extends ChannelInboundHandlerAdapter {

        private final CompletableFuture<String> received;

        Completing(CompletableFuture<String> received) {
            this.received = received;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            received.complete(bytes.toString(US_ASCII));
            bytes.release();
        }
    }
}
