package io.hellowire.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.secrets.SecretSource;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server just large enough to have something to capture: it answers each request head and knows four paths. */
final class TappedServer implements AutoCloseable {

    static final String BIG_PATH = "/big";
    static final String CLOSE_PATH = "/close";
    static final String RESET_PATH = "/reset";
    static final int BIG_BYTES = 10 << 20;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final @Nullable Capture capture;
    private final @Nullable SslContext tls;
    private final @Nullable SecretSource secrets;
    private final Channel listener;

    TappedServer(@Nullable Capture capture, @Nullable SslContext tls, String host) throws Exception {
        this.capture = capture;
        this.tls = tls;
        this.secrets = capture == null || tls == null ? null : capture.secretsOf(tls);
        this.listener = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Pipeline())
                .bind(host, 0)
                .sync()
                .channel();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** Waits until every connection is over on this side too. */
    void awaitEndOfAll() throws InterruptedException {
        connections.newCloseFuture().await(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        ReferenceCountUtil.release(tls);
    }

    private final class Pipeline extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            connections.add(channel);
            ChannelPipeline pipeline = channel.pipeline();
            ConnectionCapture captured = capture == null ? null : capture.accepted("a connection of the test");
            if (captured != null) {
                pipeline.addLast(captured.outside());
            }
            if (tls != null) {
                SslHandler handler = tls.newHandler(channel.alloc());
                if (captured != null && secrets != null) {
                    pipeline.addLast(captured.secrets(handler, secrets));
                }
                pipeline.addLast("tls", handler);
                if (captured != null) {
                    pipeline.addLast(captured.inside());
                }
            }
            pipeline.addLast(new Answers());
        }
    }

    private static final class Answers extends SimpleChannelInboundHandler<ByteBuf> {

        private final StringBuilder head = new StringBuilder();

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
            head.append(bytes.toString(ISO_8859_1));
            for (int end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
                String path = head.substring(0, end).split(" ")[1];
                head.delete(0, end + 4);
                answer(ctx, path);
            }
        }

        private static void answer(ChannelHandlerContext ctx, String path) {
            switch (path) {
                case BIG_PATH -> ctx.write(answer("x".repeat(BIG_BYTES)));
                case CLOSE_PATH -> ctx.writeAndFlush(answer("closing")).addListener(ChannelFutureListener.CLOSE);
                case RESET_PATH -> {
                    ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                    ctx.close();
                }
                default -> ctx.write(answer("hello " + path));
            }
        }

        private static ByteBuf answer(String body) {
            String head =
                    "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: " + body.length() + "\r\n\r\n";
            return Unpooled.copiedBuffer(head + body, ISO_8859_1);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            ctx.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}
