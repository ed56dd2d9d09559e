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
import io.hellowire.server.journal.JournalOptions.RawFolder;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
    void keepsWhatCameOfARequestWhoseConnectionBroke() throws IOException, InterruptedException {
        Body body = new Body(3, new byte[0], null, null, RAW);
        keep(new Abandoned(HEAD, body, Awaited.BODY, null, Duration.ofSeconds(1)), List.of());
        assertThat(directory.resolve("lost-1.req")).hasBinaryContent(concatenated());
    }

    @Test
    void hidesInItWhatIsToBeHidden() throws IOException, InterruptedException {
        Body body = new Body(3, new byte[0], null, null, RAW);
        keep(new Abandoned(HEAD, body, Awaited.BODY, null, Duration.ofSeconds(1)), List.of("Cookie"));
        assertThat(directory.resolve("lost-1.req"))
                .hasContent(new String(concatenated(), US_ASCII).replace("secret", "******"));
    }

    @Test
    void keepsNothingOfAPeerThatWasSilent() throws IOException, InterruptedException {
        keep(new Abandoned(Awaited.REQUEST, Duration.ofSeconds(1), Duration.ofSeconds(1)), List.of());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void replacesAFileWholeOrNotAtAll() throws IOException, InterruptedException {
        Path old = Files.writeString(directory.resolve("lost-1.req"), "of an earlier run");
        Path held = Files.createLink(directory.resolve("held"), old);
        keep(new Abandoned(HEAD, Body.EMPTY, Awaited.BODY, null, Duration.ofSeconds(1)), List.of());
        assertThat(old).hasBinaryContent(HEAD);
        assertThat(held).hasContent("of an earlier run");
    }

    @Test
    void countsWhatFindsNoRoom() throws IOException, InterruptedException {
        RawFileOutlet outlet = outlet(new RawFolder(directory, null), 0);
        outlet.on(channel.eventLoop()).add(lost(1));
        outlet.on(channel.eventLoop()).add(lost(0));
        assertThat(outlet.finish(Duration.ofSeconds(30))).isEqualTo(new Unwritten(0, 1));
    }

    @Test
    void countsWhatCannotBeWritten() throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("lost-1.req").resolve("in the way"));
        RawFileOutlet outlet = outlet(new RawFolder(directory, null), 1 << 20);
        outlet.on(channel.eventLoop()).add(lost(1));
        assertThat(outlet.finish(Duration.ofSeconds(30))).isEqualTo(new Unwritten(0, 1));
        assertThat(files()).containsExactly("lost-1.req");
    }

    @Test
    void keepsNothingMoreWhenItsSpaceIsUsedUp() throws IOException, InterruptedException {
        Files.write(directory.resolve("7.req"), new byte[100]);
        for (int most : List.of(104, 105)) {
            RawFileOutlet outlet = outlet(new RawFolder(directory, (long) most), 1 << 20);
            LoopOutlet ofLoop = outlet.on(channel.eventLoop());
            ofLoop.add(lost(5)); // which replaces one of five bytes the second time
            ofLoop.add(lost(6));
            ofLoop.add(lost(1));
            assertThat(outlet.finish(Duration.ofSeconds(30))).isEqualTo(new Unwritten(0, most == 104 ? 3 : 2));
        }
        assertThat(files()).containsExactlyInAnyOrder("7.req", "lost-1.req");
        assertThat(directory.resolve("lost-1.req")).hasSize(5);
    }

    private Entry lost(int bytes) {
        byte[] received = "x".repeat(bytes).getBytes(US_ASCII);
        return new Entry.Lost(
                connection, new Abandoned(received, Body.EMPTY, Awaited.HEAD, null, Duration.ofSeconds(1)), 1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void keep(Abandoned abandoned, List<String> redacted) throws IOException, InterruptedException {
        RawFolder folder = new RawFolder(directory, null);
        RawFileOutlet outlet = RawFileOutlet.open(folder, new Redaction(redacted), Overflow.WAIT, 1 << 20);
        outlet.on(channel.eventLoop()).add(new Entry.Lost(connection, abandoned, 1));
        assertThat(outlet.finish(Duration.ofSeconds(30))).isEqualTo(Unwritten.NOTHING);
    }

    private static RawFileOutlet outlet(RawFolder folder, long room) throws IOException {
        return RawFileOutlet.open(folder, new Redaction(List.of()), Overflow.WAIT, room);
    }

    private static byte[] concatenated() {
        return (new String(HEAD, US_ASCII) + new String(RAW, US_ASCII)).getBytes(US_ASCII);
    }
}
