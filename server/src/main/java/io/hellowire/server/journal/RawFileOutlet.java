package io.hellowire.server.journal;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each request in a file of its own, byte for byte but for what is to be hidden. */
final class RawFileOutlet implements Outlet {

    private static final Logger LOGGER = LoggerFactory.getLogger(RawFileOutlet.class);

    private final Path directory;
    private final Redaction redaction;
    private final Overflow overflow;
    private final long roomPerLoop;
    private final WriterThread thread = new WriterThread("raw files", () -> {});
    private boolean failing;

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
                    room.take(file.size());
                    thread.give(() -> write(file, room));
                }
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

    /** The file that this entry is kept in, {@code null} for none. */
    private @Nullable RawFile file(Entry entry) {
        if (entry instanceof Entry.Greeted greeted) {
            return new RawFile(
                    directory.resolve(greeted.answer().number() + ".req"),
                    redaction.of(greeted.request().head().bytes()),
                    redaction.ofBody(
                            greeted.request().body().raw(),
                            greeted.request().body().trailers()));
        }
        if (entry instanceof Entry.Rejected rejected) {
            String name = "rejected-" + rejected.connection().number() + "-"
                    + rejected.rejection().onConnection() + ".req";
            byte[] received = redaction.ofRefused(rejected.rejection().received());
            return new RawFile(directory.resolve(name), received, new byte[0]);
        }
        return null;
    }

    /** That one cannot be kept costs this file only, and is said once for all that follow each other. */
    private void write(RawFile file, Room room) {
        try {
            file.write();
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                LOGGER.warn(
                        "{}: cannot be written: {}; further failures are not reported", file.path(), e.getMessage());
            }
        }
        room.giveBack(file.size());
    }

    @Override
    public long finish(Duration patience) throws InterruptedException {
        thread.finish(patience);
        return 0;
    }

    /** Makes the folder for the files if it is missing. */
    static void prepare(Path directory) throws IOException {
        Files.createDirectories(directory);
    }
}
