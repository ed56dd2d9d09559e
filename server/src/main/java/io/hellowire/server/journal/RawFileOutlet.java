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
    private final FolderSpace space;
    private final Redaction redaction;
    private final Overflow overflow;
    private final long roomPerLoop;
    private final RawFileThread thread = new RawFileThread(this::removeUnfinished);
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong unkept = new AtomicLong();

    private RawFileOutlet(Path directory, FolderSpace space, Redaction redaction, Overflow overflow, long roomPerLoop) {
        this.directory = directory;
        this.space = space;
        this.redaction = redaction;
        this.overflow = overflow;
        this.roomPerLoop = roomPerLoop;
    }

    /**
     * Makes the folder for the files if it is missing, and clears it of what an earlier process could not finish.
     *
     * @param folder where the files go
     * @param redaction hides what is to be hidden
     * @param overflow what happens when the disk is slow
     * @param roomPerLoop how many bytes of each loop may wait to be written
     */
    static RawFileOutlet open(JournalOptions.RawFolder folder, Redaction redaction, Overflow overflow, long roomPerLoop)
            throws IOException {
        Path directory = folder.directory();
        try {
            Files.createDirectories(directory);
            UnfinishedFiles.remove(directory);
            FolderSpace space = FolderSpace.in(directory, folder.mostBytes());
            return new RawFileOutlet(directory, space, redaction, overflow, roomPerLoop);
        } catch (FileSystemException e) {
            throw new IOException(directory + ": " + FileError.reason(e) + " (expected: a folder to write to)", e);
        }
    }

    @Override
    public LoopOutlet on(EventLoop loop) {
        Room room = new Room(loop, roomPerLoop, overflow);
        return new LoopOutlet() {
            @Override
            public void add(Entry entry) {
                String name = name(entry);
                if (name != null) {
                    unkept.incrementAndGet();
                    keep(entry, directory.resolve(name), room);
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
        GrowingFile file = growingFile(room);
        file.write(redaction.of(head.bytes()));
        return file;
    }

    private GrowingFile growingFile(Room room) {
        return new GrowingFile(UnfinishedFiles.name(directory, begun.incrementAndGet()), thread, room, space);
    }

    /** Under which name this entry is kept, {@code null} if it is none to keep. */
    private static @Nullable String name(Entry entry) {
        if (entry instanceof Entry.Greeted greeted) {
            return greeted.answer().number() + ".req";
        }
        if (entry instanceof Entry.Rejected rejected) {
            return "rejected-" + rejected.connection().number() + "-"
                    + rejected.rejection().onConnection() + ".req";
        }
        if (entry instanceof Entry.Lost lost && lost.abandoned().received().length > 0) {
            return "lost-" + lost.connection().number() + ".req";
        }
        return null;
    }

    private void keep(Entry entry, Path path, Room room) {
        RawFile file = room.isOverfull() ? null : file(entry, path, room);
        if (file != null) {
            thread.give(path, room, file.size(), () -> {
                file.write();
                unkept.decrementAndGet();
            });
        }
    }

    /** {@code null} if what had come of it before is gone. */
    private @Nullable RawFile file(Entry entry, Path path, Room room) {
        if (entry instanceof Entry.Greeted greeted) {
            Body body = greeted.request().body();
            byte[] head = redaction.of(greeted.request().head().bytes());
            return file(path, head, body, redaction.ofBody(body.raw(), body.trailers()), room);
        }
        if (entry instanceof Entry.Rejected rejected) {
            Body body = rejected.rejection().body();
            byte[] received = redaction.ofRefused(rejected.rejection().received());
            return file(path, received, body, bodyOfRefused(body), room);
        }
        if (entry instanceof Entry.Lost lost) {
            Body body = lost.abandoned().body();
            byte[] received = redaction.ofRefused(lost.abandoned().received());
            return file(path, received, body, bodyOfRefused(body), room);
        }
        return null;
    }

    /** Its trailer fields may have begun, which nothing has parsed. */
    private byte[] bodyOfRefused(Body body) {
        return body.trailers() == null
                ? redaction.ofRefused(body.raw())
                : redaction.ofBody(body.raw(), body.trailers());
    }

    /** Its head and most of its body may be in a file already. */
    private @Nullable RawFile file(Path path, byte[] head, Body body, byte[] rest, Room room) {
        GrowingFile beginning = (GrowingFile) body.file();
        if (beginning == null) {
            return new RawFile(path, growingFile(room), head, rest);
        }
        return beginning.claim() ? new RawFile(path, beginning, NOTHING, rest) : null;
    }

    @Override
    public Unwritten finish(Duration patience) throws InterruptedException {
        thread.finish(patience);
        return new Unwritten(0, unkept.get());
    }

    private void removeUnfinished() {
        try {
            UnfinishedFiles.remove(directory);
        } catch (IOException e) {
            LOGGER.warn("{}: {}; unfinished files may be left in it", directory, FileError.reason(e));
        }
    }
}
