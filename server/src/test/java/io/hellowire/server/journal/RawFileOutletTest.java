package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.connection.Awaited;
import io.hellowire.server.connection.Connection;
import io.hellowire.server.connection.ConnectionLimits;
import io.hellowire.server.connection.Connections;
import io.hellowire.server.connection.Peer;
import io.hellowire.server.connection.Port;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Body;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawFileOutletTest {

    private static final byte[] HEAD = "POST / HTTP/1.0\r\nCookie: secret\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] RAW = "3\r\nabc\r\n0\r\nCookie: secret".getBytes(US_ASCII);

    @TempDir
    private Path directory;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Connection connection =
            new Connections(ConnectionLimits.DEFAULT).open(channel, Port.HTTP, Peer.of(channel));

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    @Test
    void keepsWhatCameOfARequestWhoseConnectionBroke() throws InterruptedException {
        Body body = new Body(3, new byte[0], null, null, RAW);
        keep(new Abandoned(HEAD, body, Awaited.BODY, null, Duration.ofSeconds(1)), List.of());
        assertThat(directory.resolve("lost-1.req")).hasBinaryContent(concatenated());
    }

    @Test
    void hidesInItWhatIsToBeHidden() throws InterruptedException {
        Body body = new Body(3, new byte[0], null, null, RAW);
        keep(new Abandoned(HEAD, body, Awaited.BODY, null, Duration.ofSeconds(1)), List.of("Cookie"));
        assertThat(directory.resolve("lost-1.req"))
                .hasContent(new String(concatenated(), US_ASCII).replace("secret", "******"));
    }

    @Test
    void keepsNothingOfAPeerThatWasSilent() throws InterruptedException {
        keep(new Abandoned(Awaited.REQUEST, Duration.ofSeconds(1), Duration.ofSeconds(1)), List.of());
        assertThat(directory).isEmptyDirectory();
    }

    private void keep(Abandoned abandoned, List<String> redacted) throws InterruptedException {
        RawFileOutlet outlet = new RawFileOutlet(directory, new Redaction(redacted), Overflow.WAIT, 1 << 20);
        outlet.on(channel.eventLoop()).add(new Entry.Lost(connection, abandoned, 1));
        outlet.finish(Duration.ofSeconds(30));
    }

    private static byte[] concatenated() {
        return (new String(HEAD, US_ASCII) + new String(RAW, US_ASCII)).getBytes(US_ASCII);
    }
}
