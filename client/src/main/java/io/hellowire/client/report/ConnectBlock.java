package io.hellowire.client.report;

import io.hellowire.client.Transfer;
import io.hellowire.client.connect.Attempt;
import io.hellowire.client.connect.Attempt.Result;
import io.hellowire.client.connect.Route;
import io.hellowire.client.exchange.Tunnel;
import io.hellowire.client.step.Span;
import io.hellowire.wire.text.Printable;
import java.util.List;
import java.util.Objects;

/** The block that lists every attempt to connect, and what a proxy was asked for. */
final class ConnectBlock {

    private ConnectBlock() {}

    static void write(Page page, Transfer transfer) {
        List<Attempt> attempts = transfer.connection().attempts();
        if (attempts.isEmpty()) {
            return;
        }
        page.block("CONNECT");
        Route route = transfer.connection().route();
        if (route != null && route.note() != null) {
            page.line(Printable.ofText(route.note()));
        }
        int addressColumns =
                attempts.stream().mapToInt(a -> a.address().length()).max().orElse(0);
        for (int i = 0; i < attempts.size(); i++) {
            write(page, transfer, i + 1, attempts.get(i), addressColumns);
        }
    }

    /** The PROXY line, if one was sent. */
    static void writeAnnouncement(Page page, Transfer transfer) {
        String line = transfer.connection().announcement();
        if (line != null) {
            page.block("ANNOUNCED");
            page.marked(">", line);
        }
    }

    private static void write(Page page, Transfer transfer, int number, Attempt attempt, int addressColumns) {
        String mark = mark(page.style(), attempt.result());
        String start = Column.left(number, 2) + " " + Column.left(attempt.address(), addressColumns) + "  " + mark;
        Span span = attempt.span();
        if (span == null) {
            page.line(start + " not tried");
            return;
        }
        long offset = span.startNanos() - transfer.span().startNanos();
        page.line(start
                + " " + Column.right("+" + Amount.duration(offset), 9)
                + "  " + Column.right(Amount.duration(span.durationNanos()), 8)
                + "  "
                + words(attempt));
    }

    private static String mark(Style style, Result result) {
        return switch (result) {
            case CONNECTED -> Ink.GREEN.on(Column.left(style.glyphs().ok(), 2), style);
            case FAILED -> Ink.RED.on(Column.left(style.glyphs().bad(), 2), style);
            case CANCELLED, NOT_TRIED -> Column.left(style.glyphs().dot(), 2);
        };
    }

    private static String words(Attempt attempt) {
        return switch (attempt.result()) {
            case CONNECTED -> "from " + Objects.requireNonNullElse(attempt.local(), "somewhere");
            case FAILED ->
                Printable.ofText(Objects.requireNonNull(attempt.problem()).words());
            case CANCELLED -> "abandoned: another one was faster";
            case NOT_TRIED -> "not tried";
        };
    }

    static void writeTunnel(Page page, Transfer transfer) {
        Tunnel tunnel = transfer.proxy().tunnel();
        if (tunnel == null) {
            return;
        }
        page.block("PROXY");
        page.line((tunnel.failure() == null ? "tunnel to the server" : "no tunnel") + " after "
                + Amount.duration(tunnel.span().durationNanos()));
        tunnel.asked().forEach(line -> page.marked(">", Printable.ofText(line)));
        tunnel.answered().forEach(line -> page.marked("<", line));
    }
}
