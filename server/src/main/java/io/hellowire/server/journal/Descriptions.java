package io.hellowire.server.journal;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.TlsFacts;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.wire.text.Printable;
import io.hellowire.wire.tls.ClientHello;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the formats for people say in the same words. */
final class Descriptions {

    private static final int CIPHER_SUITES_SHOWN = 4;

    private Descriptions() {}

    /** Such as {@code https TLSv1.3 TLS_AES_128_GCM_SHA256}, or {@code http}. */
    static void channel(Connection connection, Bytes out) {
        TlsFacts tls = connection.tls();
        out.put(connection.port().scheme());
        if (tls != null) {
            out.put(' ').put(tls.version()).put(' ').put(tls.cipher());
        }
    }

    /** Why a connection was closed without an answer. */
    static String lost(Connection connection, Abandoned abandoned) {
        String arrived = abandoned.received().length + " bytes of a head"
                + (abandoned.body().bytes() > 0 ? " and " + abandoned.body().bytes() + " of a body" : "");
        Duration limit = abandoned.limit();
        if (limit == null) {
            String who = connection.isCutOff() ? "cut off by us" : "closed by the peer";
            return who + " after " + arrived + ", while we waited for "
                    + abandoned.awaited().words() + " (" + seconds(abandoned.waited()) + ")";
        }
        String after = abandoned.received().length == 0 ? "" : ", after " + arrived;
        long requests = connection.requests();
        return "waited " + seconds(limit) + " for " + abandoned.awaited().words() + after + ", which is the limit; "
                + (requests == 1 ? "1 request" : requests + " requests") + " came before";
    }

    /** What came after the end, such as {@code 10 bytes after the end of the request: a POST without ...}. */
    static String afterEnd(Entry.AfterEnd entry) {
        long bytes = entry.connection().surplus().bytes();
        return count(bytes) + (bytes == 1 ? " byte" : " bytes") + " after " + entry.what();
    }

    /** What a client offered, such as {@code offered TLSv1.3, TLSv1.2; SNI example.test; ALPN h2, http/1.1; ...}. */
    static String offered(@Nullable ClientHello hello) {
        if (hello == null) {
            return "no ClientHello came";
        }
        String serverName = hello.serverName();
        List<String> suites = hello.offer().suiteNames();
        return "offered " + String.join(", ", hello.offer().versionNames())
                + "; SNI " + (serverName == null ? "none" : Printable.ofLatin1(serverName))
                + "; ALPN "
                + (hello.offer().protocols().isEmpty()
                        ? "none"
                        : printable(hello.offer().protocols()))
                + "; " + String.join(", ", suites.subList(0, Math.min(CIPHER_SUITES_SHOWN, suites.size())))
                + (suites.size() > CIPHER_SUITES_SHOWN
                        ? " and " + (suites.size() - CIPHER_SUITES_SHOWN) + " more"
                        : "");
    }

    /** What a rate limit held back. */
    static String suppressed(Entry.Suppressed more) {
        return "and " + count(more.count()) + " more like this: " + more.what();
    }

    /** What found no room. */
    static String dropped(Entry.Dropped dropped) {
        return count(dropped.count()) + " records were dropped: the journal had no room";
    }

    private static String printable(List<String> texts) {
        return String.join(", ", texts.stream().map(Printable::ofLatin1).toList());
    }

    /** Text of ours that may hold other people's: safe to print in any case. */
    static String latin1(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? text : Printable.ofText(text);
    }

    /** A number with commas, such as {@code 1,204}. */
    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
