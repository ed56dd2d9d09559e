package io.hellowire.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Many connections that are open, have been answered once, and say nothing more. */
public final class IdleConnections implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final long PATIENCE_SECONDS = 120;
    private static final ByteBuf REQUEST =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", ISO_8859_1));

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final Semaphore opening = new Semaphore(AT_ONCE);
    private final CountDownLatch answered;

    private IdleConnections(int count) {
        this.answered = new CountDownLatch(count);
    }

    /** Opens so many plain connections to this port of 127.0.0.1, and returns when each has had its answer. */
    public static IdleConnections open(int port, int count) {
        return new IdleConnections(count).connect(port, count, null);
    }

    /** The same over TLS. */
    public static IdleConnections openTls(int port, int count) throws SSLException {
        SslContext tls = SslContextBuilder.forClient()
                .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build();
        return new IdleConnections(count).connect(port, count, tls);
    }

    private IdleConnections connect(int port, int count, @Nullable SslContext tls) {
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast("tls", tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(new OneAnswer());
                    }
                });
        try {
            for (int i = 0; i < count; i++) {
                opening.acquire();
                channels.add(bootstrap.connect("127.0.0.1", port).channel());
            }
            if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                close();
                throw new IllegalStateException(answered.getCount() + " of " + count + " connections: no answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", e);
        }
        return this;
    }

    /** How many of them the server has kept open. */
    public long stillOpen() {
        return channels.stream().filter(Channel::isActive).count();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** Asks once, and lets the next connection begin when the answer is there. */
    private final class OneAnswer extends SimpleChannelInboundHandler<ByteBuf> {

        private boolean seen;

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            ctx.writeAndFlush(REQUEST.duplicate());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf answer) {
            if (!seen) {
                seen = true;
                answered.countDown();
                opening.release();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close(); // missed when they are counted
        }
    }
}
