package io.hellowire.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file of a Unix domain socket that stays behind when a server is killed, and keeps the next one from starting.
 * Whatever else is at its path must be refused here: Netty's native transports delete it, unasked, before they bind.
 */
final class LeftoverSocket {

    private LeftoverSocket() {}

    /**
     * Removes it if nobody listens on it any more.
     *
     * @throws CannotListenException if somebody does, or if something else than a socket is at this path
     */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isOther()) {
            throw new CannotListenException(path, "there is a file already");
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
        } catch (ConnectException e) {
            Files.delete(path);
            return;
        }
        throw new CannotListenException(path, "another program listens there");
    }
}
