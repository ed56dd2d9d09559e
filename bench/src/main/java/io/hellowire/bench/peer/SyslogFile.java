package io.hellowire.bench.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The syslog daemon that HAProxy wants: writes what arrives on a local socket to a file, a line each. */
final class SyslogFile implements AutoCloseable {

    private static final int LONGEST_LINE = 8192;

    private final DatagramSocket socket;
    private final OutputStream file;

    private SyslogFile(DatagramSocket socket, OutputStream file) {
        this.socket = socket;
        this.file = file;
    }

    static SyslogFile open(Path path) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SyslogFile syslog = new SyslogFile(socket, Files.newOutputStream(path));
        Thread thread = new Thread(syslog::copy, "syslog");
        thread.setDaemon(true);
        thread.start();
        return syslog;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void copy() {
        DatagramPacket line = new DatagramPacket(new byte[LONGEST_LINE], LONGEST_LINE);
        try (file) {
            while (!socket.isClosed()) {
                line.setLength(LONGEST_LINE);
                socket.receive(line);
                file.write(line.getData(), 0, line.getLength());
            }
        } catch (IOException e) {
            // Closed: this is how the thread ends.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
