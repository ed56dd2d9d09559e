package io.hellowire.wire;

import io.hellowire.wire.text.Printable;
import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueDatagramChannel;
import io.netty.channel.kqueue.KQueueDomainSocketChannel;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerDomainSocketChannel;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDatagramChannel;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways to the network of the operating system. {@link #NIO} is Java's own and always there; the others need a native
 * library that loads.
 */
public enum Transport {
    /** Linux, new: only when asked for by name, since it is no faster here and more kernels forbid it. */
    IO_URING,
    /** Linux. */
    EPOLL,
    /** macOS and BSD. */
    KQUEUE,
    /** Java's own: everywhere. */
    NIO;

    /** The first that is available of epoll, kqueue and NIO. */
    public static Transport best() {
        if (EPOLL.isAvailable()) {
            return EPOLL;
        }
        return KQUEUE.isAvailable() ? KQUEUE : NIO;
    }

    /**
     * The transport with this {@link #label}.
     *
     * @throws IllegalArgumentException if there is none, or if it is not available here; the message says why
     */
    public static Transport named(String label) {
        Transport transport = Arrays.stream(values())
                .filter(candidate -> candidate.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "transport: " + Printable.ofText(label) + " (expected: one of " + labels() + ")"));
        if (!transport.isAvailable()) {
            throw new IllegalArgumentException("transport: " + label + " is not available here: " + transport.whyNot()
                    + " (expected: one of " + labelsAvailable() + ")");
        }
        return transport;
    }

    private static String labels() {
        return Arrays.stream(values()).map(Transport::label).collect(Collectors.joining(", "));
    }

    private static String labelsAvailable() {
        return Arrays.stream(values())
                .filter(Transport::isAvailable)
                .map(Transport::label)
                .collect(Collectors.joining(", "));
    }

    /** Its name on the command line: {@code io_uring}, {@code epoll}, {@code kqueue} or {@code nio}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it works on this machine. */
    public boolean isAvailable() {
        return unavailable() == null;
    }

    /** Why it does not work on this machine, in one line; {@code null} if it does. */
    public @Nullable String whyNot() {
        Throwable cause = unavailable();
        if (cause == null) {
            return null;
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }

    private @Nullable Throwable unavailable() {
        return switch (this) {
            case IO_URING -> IoUring.unavailabilityCause();
            case EPOLL -> Epoll.unavailabilityCause();
            case KQUEUE -> KQueue.unavailabilityCause();
            case NIO -> null;
        };
    }

    /** What event loops of this transport are made with. */
    public IoHandlerFactory ioHandlers() {
        return switch (this) {
            case IO_URING -> IoUringIoHandler.newFactory();
            case EPOLL -> EpollIoHandler.newFactory();
            case KQUEUE -> KQueueIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    /** The channels of this transport. */
    public Channels channels() {
        return switch (this) {
            case IO_URING ->
                new Channels(
                        IoUringServerSocketChannel.class,
                        IoUringSocketChannel.class,
                        IoUringDatagramChannel.class,
                        IoUringServerDomainSocketChannel.class,
                        IoUringDomainSocketChannel.class);
            case EPOLL ->
                new Channels(
                        EpollServerSocketChannel.class,
                        EpollSocketChannel.class,
                        EpollDatagramChannel.class,
                        EpollServerDomainSocketChannel.class,
                        EpollDomainSocketChannel.class);
            case KQUEUE ->
                new Channels(
                        KQueueServerSocketChannel.class,
                        KQueueSocketChannel.class,
                        KQueueDatagramChannel.class,
                        KQueueServerDomainSocketChannel.class,
                        KQueueDomainSocketChannel.class);
            case NIO ->
                new Channels(
                        NioServerSocketChannel.class,
                        NioSocketChannel.class,
                        NioDatagramChannel.class,
                        NioServerDomainSocketChannel.class,
                        NioDomainSocketChannel.class);
        };
    }

    /** The address of a Unix domain socket, in the class that this transport's channels take. */
    public SocketAddress unixAddress(Path path) {
        return this == NIO ? UnixDomainSocketAddress.of(path) : new DomainSocketAddress(path.toFile());
    }

    /**
     * The channels of one transport.
     *
     * @param server listens on TCP
     * @param client connects by TCP
     * @param datagram sends and receives by UDP
     * @param unixServer listens on a Unix domain socket
     * @param unixClient connects to a Unix domain socket
     */
    public record Channels(
            Class<? extends ServerSocketChannel> server,
            Class<? extends SocketChannel> client,
            Class<? extends DatagramChannel> datagram,
            Class<? extends ServerChannel> unixServer,
            Class<? extends Channel> unixClient) {}
}
