package io.hellowire.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.secrets.SecretSource;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client just large enough to have something to capture. */
final class TappedClient implements AutoCloseable {

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final @Nullable Capture capture;
    private final @Nullable SslContext tls;
    private final @Nullable SecretSource secrets;

    TappedClient(@Nullable Capture capture, @Nullable SslContext tls) throws Exception {
        this.capture = capture;
        this.tls = tls;
        this.secrets = capture == null || tls == null ? null : capture.secretsOf(tls);
    }

    /** What is sent for these. */
    static String requests(String... paths) {
        return Stream.of(paths)
                .map(path -> "GET " + path + " HTTP/1.1\r\nHost: hellowire.test\r\n\r\n")
                .collect(Collectors.joining());
    }

    Connection connect(InetSocketAddress server) throws InterruptedException {
        Connection connection = new Connection(server);
        connection.channel = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(connection)
                .connect(server)
                .sync()
                .channel();
        return connection;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        ReferenceCountUtil.release(tls);
    }

    /** One connection, used from the test's thread. */
    final class Connection extends ChannelInitializer<Channel> implements AutoCloseable {

        private static final String END = "end of stream";

        private final InetSocketAddress server;
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private Channel channel;

        private Connection(InetSocketAddress server) {
            this.server = server;
        }

        @Override
        protected void initChannel(Channel connecting) {
            ChannelPipeline pipeline = connecting.pipeline();
            ConnectionCapture captured = capture == null ? null : capture.asked("a connection of the test");
            if (captured != null) {
                pipeline.addLast(captured.outside());
            }
            if (tls != null) {
                SslHandler handler = tls.newHandler(connecting.alloc(), server.getHostString(), server.getPort());
                if (captured != null && secrets != null) {
                    pipeline.addLast(captured.secrets(handler, secrets));
                }
                pipeline.addLast("tls", handler);
                if (captured != null) {
                    pipeline.addLast(captured.inside());
                }
            }
            pipeline.addLast(new SimpleChannelInboundHandler<ByteBuf>() {
                @Override
                protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                    received.add(bytes.toString(ISO_8859_1));
                }

                @Override
                public void channelInactive(ChannelHandlerContext ctx) {
                    received.add(END);
                }

                @Override
                public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                    ctx.close();
                }
            });
        }

        Connection send(String... paths) {
            channel.writeAndFlush(Unpooled.copiedBuffer(requests(paths), ISO_8859_1));
            return this;
        }

        /** Waits until what was received since the last wait ends with this. */
        Connection await(String ending) throws InterruptedException {
            while (text.lastIndexOf(ending) < 0 || text.lastIndexOf(ending) != text.length() - ending.length()) {
                String next = received.poll(30, TimeUnit.SECONDS);
                if (next == null || next == END) {
                    throw new AssertionError("no \"" + ending + "\" behind " + text.length() + " characters");
                }
                text.append(next);
            }
            text.setLength(0);
            return this;
        }

        /** Waits until something has come. */
        Connection awaitAny() throws InterruptedException {
            if (received.poll(30, TimeUnit.SECONDS) == null) {
                throw new AssertionError("nothing came");
            }
            return this;
        }

        /** Waits until the other side has closed. */
        void awaitEnd() throws InterruptedException {
            channel.closeFuture().await(30, TimeUnit.SECONDS);
        }

        void reset() {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close().syncUninterruptibly();
        }

        @Override
        public void close() {
            channel.close().syncUninterruptibly();
        }
    }
}
