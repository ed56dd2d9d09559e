package io.hellowire.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Takes a connection off when every handler has heard of its end. A channel's close future is earlier: a server that
 * stops would end its journal before the last connection to go had said why.
 */
public final class ConnectionEnd extends ChannelInboundHandlerAdapter {

    private final Connections connections;
    private final Connection connection;

    /**
     * @param connections where it is taken off
     * @param connection the one this is about
     */
    public ConnectionEnd(Connections connections, Connection connection) {
        this.connections = connections;
        this.connection = connection;
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext ctx) {
        connections.ended(connection);
        ctx.fireChannelUnregistered();
    }
}
