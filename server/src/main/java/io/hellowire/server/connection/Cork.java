package io.hellowire.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.channel.uring.IoUringChannelOption;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;

/**
 * Keeps back what is written until the way out is closed, so that the last answer and the end travel in one packet:
 * Linux's TCP_CORK. Where there is none they take two, as ever. For a connection of one request the second costs each end
 * a sixth of its work.
 */
public final class Cork {

    private Cork() {}

    /** Put in before the last write, by whoever closes right after it. */
    public static void put(Channel channel) {
        if (!channel.isActive()) {
            return;
        }
        ChannelConfig config = channel.config();
        if (!config.setOption(EpollChannelOption.TCP_CORK, true)) {
            config.setOption(IoUringChannelOption.TCP_CORK, true);
        }
    }

    /**
     * Sends what is kept back, and the end. Closing the connection would do so too, unless bytes of the peer have come
     * since we last read: then a reset would take the answer's place. Netty's own way to close an output makes an
     * exception for each, for writes that we do not have, and a socket that is not Linux's keeps nothing back.
     */
    static void pull(Channel channel) {
        if (channel instanceof UnixChannel unix && unix.fd() instanceof Socket socket) {
            try {
                socket.shutdown(false, true);
            } catch (IOException | NotYetConnectedException e) {
                return; // the peer has reset it, and wants no end
            }
        }
    }
}
