package io.hellowire.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.uring.IoUringChannelOption;

/**
 * Keeps back what is written until the way out is closed, so that the last answer and the end travel in one packet:
 * Linux's TCP_CORK. Where there is none they take two, as ever. For a connection of one request the second costs each end
 * a sixth of its work.
 */
final class Cork {

    private Cork() {}

    /** Put in before the last write of an open channel. */
    static void put(Channel channel) {
        ChannelConfig config = channel.config();
        if (!config.setOption(EpollChannelOption.TCP_CORK, true)) {
            config.setOption(IoUringChannelOption.TCP_CORK, true);
        }
    }
}
