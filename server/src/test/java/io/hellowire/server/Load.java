package io.hellowire.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;

/** Clients that ask as fast as they can, several requests at a time, until the server ends; they note each number. */
final class Load {

    private static final Pattern GREETING = Pattern.compile("Hello #(\\d+) from Hellowire!");
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final SocketFactory sockets;
    private final Queue<Long> numbers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private final CountDownLatch underWay;
    private final CountDownLatch connected;

    private Load(SocketFactory sockets, int clients, int enough) {
        this.sockets = sockets;
        underWay = new CountDownLatch(enough);
        connected = new CountDownLatch(clients);
    }

    /** Starts so many clients, each sending so many requests at a time, and waits until it is well under way. */
    static Load on(int port, int clients, int atATime) throws InterruptedException {
        return on(port, clients, atATime, 2000);
    }

    /** As above, behind TLS, whatever the certificate. */
    static Load behindTls(int port, int clients, int atATime) throws InterruptedException {
        try {
            return on(Everyone.trusted().getSocketFactory(), port, clients, atATime, 2000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has TLS", e);
        }
    }

    /** As above; well under way is when all are connected and so many answers have come. */
    static Load on(int port, int clients, int atATime, int enough) throws InterruptedException {
        return on(SocketFactory.getDefault(), port, clients, atATime, enough);
    }

    private static Load on(SocketFactory sockets, int port, int clients, int atATime, int enough)
            throws InterruptedException {
        Load load = new Load(sockets, clients, enough);
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> load.ask(port, atATime), "client-" + i);
            load.clients.add(client);
            client.start();
        }
        load.connected.await();
        load.underWay.await();
        return load;
    }

    private void ask(int port, int atATime) {
        byte[] requests = REQUEST.repeat(atATime).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = sockets.createSocket("127.0.0.1", port)) {
            if (socket instanceof SSLSocket tls) {
                tls.startHandshake();
            }
            connected.countDown();
            Thread reader = new Thread(() -> read(socket));
            reader.start();
            send(socket, requests);
            reader.join();
        } catch (IOException | InterruptedException e) {
            // The server has ended, which is what this waits for.
        }
    }

    private static void send(Socket socket, byte[] requests) {
        try {
            while (!Thread.interrupted()) {
                socket.getOutputStream().write(requests);
            }
        } catch (IOException e) {
            // The server takes no more; what it has answered is still to be read.
        }
    }

    private void read(Socket socket) {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher greeting = GREETING.matcher(line);
                if (greeting.matches()) {
                    numbers.add(Long.valueOf(greeting.group(1)));
                    answers.incrementAndGet();
                    underWay.countDown();
                }
            }
            socket.close();
        } catch (IOException e) {
            // As above.
        }
    }

    /** Waits until no more answers come. */
    void awaitStandstill() throws InterruptedException {
        int before;
        do {
            before = answers.get();
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
        } while (answers.get() > before);
    }

    /** Waits until the server has ended all connections and gives the numbers, in order. */
    List<Long> numbers() throws InterruptedException {
        for (Thread client : clients) {
            client.join();
        }
        return numbers.stream().sorted().toList();
    }
}
