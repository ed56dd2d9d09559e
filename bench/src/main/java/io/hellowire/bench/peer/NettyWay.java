package io.hellowire.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Netty's own way to answer, in the shape of its snoop example: its HTTP codec, one handler, every header logged. What
 * one would write without a reason to do more.
 */
final class NettyWay {

    private NettyWay() {}

    /**
     * Serves until it is killed.
     *
     * @param arguments the HTTP port, the HTTPS port, certificate, key, log file, body
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        SslContext tls = SslContextBuilder.forServer(new File(arguments[2]), new File(arguments[3]))
                .build();
        BufferedWriter log = Files.newBufferedWriter(Path.of(arguments[4]));
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        String body = arguments[5] + "\n";
        listen(group, Integer.parseInt(arguments[0]), null, log, body);
        listen(group, Integer.parseInt(arguments[1]), tls, log, body);
        group.terminationFuture().await();
    }

    private static void listen(
            EventLoopGroup group, int port, @Nullable SslContext tls, BufferedWriter log, String body)
            throws InterruptedException {
        new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(new HttpServerCodec(), new Hello(log, body));
                    }
                })
                .bind("127.0.0.1", port)
                .sync();
    }

    /** Logs each request head, and answers when its body is over. */
    private static final class Hello extends SimpleChannelInboundHandler<HttpObject> {

        private final BufferedWriter log;
        private final byte[] body;
        private boolean keepAlive;

        Hello(BufferedWriter log, String body) {
            this.log = log;
            this.body = body.getBytes(UTF_8);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
            if (message instanceof HttpRequest request) {
                keepAlive = HttpUtil.isKeepAlive(request);
                write(request);
            }
            if (message instanceof LastHttpContent) {
                answer(ctx);
            }
        }

        private void write(HttpRequest request) {
            StringBuilder text = new StringBuilder("VERSION: ").append(request.protocolVersion());
            text.append("\nREQUEST_URI: ").append(request.uri()).append('\n');
            for (Map.Entry<String, String> header : request.headers()) {
                text.append("HEADER: ").append(header.getKey()).append(" = ").append(header.getValue());
                text.append('\n');
            }
            try {
                log.append(text.append('\n'));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer(ChannelHandlerContext ctx) {
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=UTF-8");
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
            if (keepAlive) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
                ctx.write(response);
            } else {
                ctx.write(response).addListener(ChannelFutureListener.CLOSE);
            }
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
