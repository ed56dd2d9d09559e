package io.hellowire.server.journal;

import io.hellowire.server.exchange.Body;
import io.hellowire.server.exchange.BodyFile;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.wire.RequestHead;
import io.hellowire.wire.text.FileError;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each request in a file of its own, byte for byte but for what is to be hidden. */
final class RawFileOutlet implements Outlet {

    private static final Logger LOGGER = LoggerFactory.getLogger(RawFileOutlet.class);

    private static final byte[] NOTHING = {};

    private final Path directory;
    private final Redaction redaction;
    private final Overflow overflow;
    private final long roomPerLoop;
    private final RawFileThread thread = new RawFileThread(this::removeUnfinished);
    private final AtomicLong begun = new AtomicLong();

    /**
     * @param directory where the files go; it is there
     * @param redaction hides what is to be hidden
     * @param overflow what happens when the disk is slow
     * @param roomPerLoop how many bytes of each loop may wait to be written
     */
    RawFileOutlet(Path directory, Redaction redaction, Overflow overflow, long roomPerLoop) {
        this.directory = directory;
        this.redaction = redaction;
        this.overflow = overflow;
        this.roomPerLoop = roomPerLoop;
    }

    @Override
    public LoopOutlet on(EventLoop loop) {
        Room room = new Room(loop, roomPerLoop, overflow);
        return new LoopOutlet() {
            @Override
            public void add(Entry entry) {
                RawFile file = room.isOverfull() ? null : file(entry);
                if (file != null) {
                    thread.give(file.path(), room, file.size(), file::write);
                }
            }

            @Override
            public BodyFile beginFile(RequestHead head) {
                return begin(head, room);
            }

            @Override
            public boolean isFull() {
                return room.isFull();
            }

            @Override
            public void whenRoom(Runnable action) {
                room.whenBack(action);
            }

            @Override
            public void end() {
                // Each file was handed over when it came.
            }
        };
    }

    private GrowingFile begin(RequestHead head, Room room) {
        GrowingFile file = new GrowingFile(UnfinishedFiles.name(directory, begun.incrementAndGet()), thread, room);
        file.write(redaction.of(head.bytes()));
        return file;
    }

    /** The file that this entry is kept in, {@code null} for none. */
    private @Nullable RawFile file(Entry entry) {
        if (entry instanceof Entry.Greeted greeted) {
            Body body = greeted.request().body();
            Path path = directory.resolve(greeted.answer().number() + ".req");
            return file(
                    path,
                    redaction.of(greeted.request().head().bytes()),
                    body,
                    redaction.ofBody(body.raw(), body.trailers()));
        }
        if (entry instanceof Entry.Rejected rejected) {
            String name = "rejected-" + rejected.connection().number() + "-"
                    + rejected.rejection().onConnection() + ".req";
            byte[] received = redaction.ofRefused(rejected.rejection().received());
            Body body = rejected.rejection().body();
            return file(directory.resolve(name), received, body, bodyOfRefused(body));
        }
        if (entry instanceof Entry.Lost lost && lost.abandoned().received().length > 0) {
            String name = "lost-" + lost.connection().number() + ".req";
            byte[] received = redaction.ofRefused(lost.abandoned().received());
            Body body = lost.abandoned().body();
            return file(directory.resolve(name), received, body, bodyOfRefused(body));
        }
        return null;
    }

    /** Its trailer fields may have begun, which nothing has parsed. */
    private byte[] bodyOfRefused(Body body) {
        return body.trailers() == null
                ? redaction.ofRefused(body.raw())
                : redaction.ofBody(body.raw(), body.trailers());
    }

    /** Whether its head and most of its body are in a file already or not; {@code null} if they were and are gone. */
    private static @Nullable RawFile file(Path path, byte[] head, Body body, byte[] rest) {
        GrowingFile beginning = (GrowingFile) body.file();
        if (beginning == null) {
            return new RawFile(path, null, head, rest);
        }
        return beginning.claim() ? new RawFile(path, beginning, NOTHING, rest) : null;
    }

    @Override
    public long finish(Duration patience) throws InterruptedException {
        thread.finish(patience);
        return 0;
    }

    private void removeUnfinished() {
        try {
            UnfinishedFiles.remove(directory);
        } catch (IOException e) {
            LOGGER.warn("{}: {}; unfinished files may be left in it", directory, FileError.reason(e));
        }
    }

    /** Makes the folder for the files if it is missing, and clears it of what an earlier process could not finish. */
    static void prepare(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
            UnfinishedFiles.remove(directory);
        } catch (FileSystemException e) {
            throw new IOException(directory + ": " + FileError.reason(e) + " (expected: a folder to write to)", e);
        }
    }
}
