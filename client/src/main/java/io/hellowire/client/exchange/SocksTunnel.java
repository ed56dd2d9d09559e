package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.step.StepException;
import io.hellowire.client.url.Credentials;
import io.hellowire.wire.text.AddressText;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Asks a SOCKS 5 proxy for a tunnel to the target, RFC 1928, with a password if it wants one, RFC 1929. */
final class SocksTunnel {

    private static final int VERSION = 5;
    private static final int NO_PASSWORD = 0;
    private static final int PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final String[] REPLIES = {
        "succeeded",
        "general failure",
        "not allowed by its rules",
        "network unreachable",
        "host unreachable",
        "connection refused",
        "TTL expired",
        "command not supported",
        "address type not supported"
    };

    private final ProxyAddress proxy;
    private final List<String> asked = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();

    SocksTunnel(ProxyAddress proxy) {
        this.proxy = proxy;
    }

    /** Asks for a tunnel to an address. */
    Tunnel open(Connection connection, InetAddress address, int port, Deadline deadline) throws InterruptedException {
        byte[] octets = address.getAddress();
        ByteArrayOutputStream destination = new ByteArrayOutputStream();
        destination.write(address instanceof Inet4Address ? IPV4 : IPV6);
        destination.writeBytes(octets);
        return open(connection, destination, AddressText.inAuthority(address), port, deadline);
    }

    /** Asks for a tunnel to a name, which the proxy looks up. */
    Tunnel open(Connection connection, String name, int port, Deadline deadline) throws InterruptedException {
        byte[] bytes = name.getBytes(UTF_8);
        ByteArrayOutputStream destination = new ByteArrayOutputStream();
        destination.write(NAME);
        destination.write(bytes.length); // a name has 253 bytes at most
        destination.writeBytes(bytes);
        return open(connection, destination, name, port, deadline);
    }

    private Tunnel open(
            Connection connection, ByteArrayOutputStream destination, String words, int port, Deadline deadline)
            throws InterruptedException {
        long start = connection.timeline().now();
        try (Inflow inflow = new Inflow(connection, 0)) {
            Dialogue dialogue = new Dialogue(connection, inflow, deadline);
            greet(dialogue);
            asked.add("connect to " + words + ":" + port);
            destination.write(port >> 8);
            destination.write(port);
            connect(dialogue, destination.toByteArray());
            return new Tunnel(
                    asked, answered, new Span(start, connection.timeline().now()), null, null);
        } catch (StepException e) {
            return new Tunnel(
                    asked, answered, new Span(start, connection.timeline().now()), e.failure(), null);
        }
    }

    private void greet(Dialogue dialogue) throws StepException, InterruptedException {
        Credentials credentials = proxy.credentials();
        asked.add(credentials == null ? "SOCKS 5, without a password" : "SOCKS 5, with or without a password");
        byte[] greeting = credentials == null
                ? new byte[] {VERSION, 1, NO_PASSWORD}
                : new byte[] {VERSION, 2, NO_PASSWORD, PASSWORD};
        byte[] choice = dialogue.ask(greeting, 2);
        if (choice[0] != VERSION) {
            throw refused("it does not speak SOCKS 5 (its first byte is " + (choice[0] & 0xff) + ")");
        }
        if (choice[1] == PASSWORD && credentials != null) {
            authenticate(dialogue, credentials);
        } else if (choice[1] != NO_PASSWORD) {
            throw refused("it wants a login method that we do not offer");
        }
        answered.add(choice[1] == PASSWORD ? "password accepted" : "no password needed");
    }

    private static void authenticate(Dialogue dialogue, Credentials credentials)
            throws StepException, InterruptedException {
        int colon = credentials.text().indexOf(':');
        byte[] user = credentials.text().substring(0, Math.max(colon, 0)).getBytes(UTF_8);
        byte[] password = credentials.text().substring(colon + 1).getBytes(UTF_8);
        if (user.length > 255 || password.length > 255) {
            throw refused("SOCKS 5 has room for 255 bytes of user and password");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        message.write(user.length);
        message.writeBytes(user);
        message.write(password.length);
        message.writeBytes(password);
        if (dialogue.ask(message.toByteArray(), 2)[1] != 0) {
            throw refused("it does not accept the password");
        }
    }

    private void connect(Dialogue dialogue, byte[] destination) throws StepException, InterruptedException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {VERSION, CONNECT, 0});
        request.writeBytes(destination);
        byte[] reply = dialogue.ask(request.toByteArray(), 4);
        int code = reply[1] & 0xff;
        String words = code < REPLIES.length ? REPLIES[code] : "reply " + code;
        answered.add(words);
        if (code != 0) {
            throw refused(words);
        }
        int addressBytes = switch (reply[3]) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            default -> dialogue.read(1)[0] & 0xff;
        };
        dialogue.read(addressBytes + 2);
    }

    private static StepException refused(String words) {
        return new StepException(
                Failure.of(Phase.PROXY, ExitCode.PROXY_REFUSED, "proxy_refused", "the proxy refused: " + words));
    }

    /** Sends messages and reads answers of a known length. */
    private record Dialogue(Connection connection, Inflow inflow, Deadline deadline) {

        byte[] ask(byte[] message, int answerBytes) throws StepException, InterruptedException {
            try {
                connection.send(message, deadline);
            } catch (TimeoutException e) {
                throw noAnswer();
            }
            return read(answerBytes);
        }

        byte[] read(int count) throws StepException, InterruptedException {
            byte[] bytes = new byte[count];
            int have = 0;
            try {
                while (have < count) {
                    ByteBuf in = inflow.more(deadline);
                    if (in == null) {
                        throw refused("it closed the connection");
                    }
                    int n = Math.min(count - have, in.readableBytes());
                    in.readBytes(bytes, have, n);
                    have += n;
                }
                return bytes;
            } catch (TimeoutException e) {
                throw noAnswer();
            }
        }

        private StepException noAnswer() {
            return new StepException(Tunnel.noAnswer(deadline));
        }
    }
}
