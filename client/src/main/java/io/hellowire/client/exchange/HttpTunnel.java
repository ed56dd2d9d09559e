package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.connect.Connection;
import io.hellowire.client.connect.ProxyAddress;
import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import io.hellowire.client.url.Target;
import io.hellowire.wire.HeadReader;
import io.hellowire.wire.MalformedMessageException;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.text.Printable;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks an HTTP proxy for a tunnel to the target, RFC 9110 section 9.3.6. */
final class HttpTunnel {

    private final ProxyAddress proxy;
    private final String userAgent;

    HttpTunnel(ProxyAddress proxy, String userAgent) {
        this.proxy = proxy;
        this.userAgent = userAgent;
    }

    /** Asks for it; afterwards the connection leads to the target, unless there is a failure. */
    Tunnel open(Connection connection, Target target, Deadline deadline) throws InterruptedException {
        List<String> lines = lines(target);
        List<String> shown = lines.stream().map(SecretFields::withoutSecret).toList();
        long start = connection.timeline().now();
        try (Inflow inflow = new Inflow(connection, 0)) {
            connection.send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8), deadline);
            ResponseHead head = readHead(inflow, deadline);
            Span span = new Span(start, connection.timeline().now());
            return head == null
                    ? new Tunnel(shown, List.of(), span, closed(inflow), inflow.alert())
                    : new Tunnel(shown, answer(head), span, verdict(head), null);
        } catch (MalformedMessageException e) {
            Span span = new Span(start, connection.timeline().now());
            return new Tunnel(shown, List.of(), span, refused("the proxy: " + e.getMessage(), "proxy_broken"), null);
        } catch (TimeoutException e) {
            Span span = new Span(start, connection.timeline().now());
            return new Tunnel(shown, List.of(), span, Tunnel.noAnswer(deadline), null);
        }
    }

    private List<String> lines(Target target) {
        List<String> lines = new ArrayList<>();
        lines.add("CONNECT " + target.authority() + " HTTP/1.1");
        lines.add("Host: " + target.authority());
        if (proxy.credentials() != null) {
            lines.add("Proxy-Authorization: " + proxy.credentials().basic());
        }
        lines.add("User-Agent: " + userAgent);
        return lines;
    }

    private static @Nullable ResponseHead readHead(Inflow inflow, Deadline deadline)
            throws InterruptedException, TimeoutException, MalformedMessageException {
        HeadReader<ResponseHead> reader = HeadReader.ofResponses(ResponseOptions.HEAD_LIMITS);
        for (ByteBuf in = inflow.more(deadline); in != null; in = inflow.more(deadline)) {
            ResponseHead head = reader.read(in);
            if (head != null && head.status() >= 200) {
                return head;
            }
        }
        return null;
    }

    private static Failure closed(Inflow inflow) {
        Failure alert = inflow.alertMeaning();
        return alert != null ? alert : refused("the proxy closed the connection", "proxy_closed");
    }

    private static List<String> answer(ResponseHead head) {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.ofLatin1(head.statusLine()));
        head.fields().forEach(field -> lines.add(Printable.ofLatin1(field.line())));
        return lines;
    }

    private static @Nullable Failure verdict(ResponseHead head) {
        if (head.status() / 100 == 2) {
            return null;
        }
        Failure failure = refused("the proxy refused: " + Printable.ofLatin1(head.statusLine()), "proxy_refused");
        return head.status() == 407 ? failure.hint("--proxy-user USER:PASSWORD") : failure;
    }

    private static Failure refused(String message, String kind) {
        return Failure.of(Phase.PROXY, ExitCode.PROXY_REFUSED, kind, message);
    }
}
