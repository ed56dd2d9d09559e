package io.hellowire.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that neither answers nor refuses, like a machine that is switched off: a server that accepts nobody, whose
 * queue is full, so that the system drops whoever else knocks.
 */
final class FullListener implements AutoCloseable {

    private final List<Socket> queue = new ArrayList<>();
    private final ServerSocket listener;

    /** Returns when a connection to it has been seen to hang. */
    FullListener(String address, int port) throws IOException {
        listener = new ServerSocket(port, 1, InetAddress.getByName(address));
        try {
            while (takesOneMore()) {
                // how many the system lets queue is its own affair
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private boolean takesOneMore() throws IOException {
        Socket socket = new Socket();
        queue.add(socket);
        try {
            socket.connect(new InetSocketAddress(listener.getInetAddress(), port()), 500);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queue) {
            socket.close();
        }
        listener.close();
    }
}
