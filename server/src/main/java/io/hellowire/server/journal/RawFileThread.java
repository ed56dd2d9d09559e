package io.hellowire.server.journal;

import io.hellowire.wire.text.FileError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files of requests, on a thread of its own. That one cannot be kept costs this one only. */
final class RawFileThread {

    private static final Logger LOGGER = LoggerFactory.getLogger(RawFileThread.class);

    private final WriterThread thread;
    private boolean failing;
    private boolean isUsedUp;

    /** Something to be done to a file. */
    interface Job {

        void run() throws IOException;
    }

    /** @param atEnd is run when all is done */
    RawFileThread(Runnable atEnd) {
        this.thread = new WriterThread("raw files", atEnd);
    }

    /**
     * Does this to this file, in order.
     *
     * @param room is taken until it is done
     * @param bytes how much of it is taken
     */
    void give(Path path, Room room, int bytes, Job job) {
        room.take(bytes);
        thread.give(() -> {
            try {
                run(path, job);
            } finally {
                room.giveBack(bytes);
            }
        });
    }

    /** A failure is said once for all that follow each other. */
    private void run(Path path, Job job) {
        try {
            job.run();
            failing = false;
        } catch (FolderSpace.UsedUpException e) {
            if (!isUsedUp) {
                isUsedUp = true;
                LOGGER.warn(e.getMessage());
            }
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                LOGGER.warn("{}: cannot be written: {}; further failures are not reported", path, FileError.reason(e));
            }
        }
    }

    void finish(Duration patience) throws InterruptedException {
        thread.finish(patience);
    }
}
