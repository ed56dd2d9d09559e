package io.hellowire.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a Unix domain socket that stays behind when a server is killed, and keeps the next one from starting. */
final class LeftoverSocket {

    private LeftoverSocket() {}

    /** Removes it if nobody listens on it any more. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path) || Files.isRegularFile(path) || Files.isDirectory(path)) {
            return;
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(path)).close(); // somebody listens, so binding it will fail
        } catch (ConnectException e) {
            Files.deleteIfExists(path);
        }
    }
}
