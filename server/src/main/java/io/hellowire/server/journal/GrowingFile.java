package io.hellowire.server.journal;

import io.hellowire.server.exchange.BodyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file of a request that is still coming, under a name of its own until the request has its number. No file stays
 * open between two pieces: a stranger could begin many. What is public, and {@link #claim}, belongs to the loop; the rest
 * to the thread that writes.
 */
final class GrowingFile implements BodyFile {

    private final Path path;
    private final RawFileThread thread;
    private final Room room;
    private final FolderSpace space;
    private long written;
    private boolean over;
    private boolean begun;
    private @Nullable IOException failure;

    /**
     * @param path where it grows; nothing is there yet
     * @param thread writes it
     * @param room is taken by what is not written yet
     * @param space is taken by what is
     */
    GrowingFile(Path path, RawFileThread thread, Room room, FolderSpace space) {
        this.path = path;
        this.thread = thread;
        this.room = room;
        this.space = space;
    }

    /** If there is no room at all, nothing of it is kept: it could not be whole any more. */
    @Override
    public void write(byte[] bytes) {
        if (over) {
            return;
        }
        if (room.isOverfull()) {
            discard();
        } else {
            thread.give(path, room, bytes.length, () -> append(bytes));
        }
    }

    @Override
    public void discard() {
        if (claim()) {
            thread.give(path, room, 0, this::remove);
        }
    }

    /** Whether it is still to be had; only the first to ask gets it. */
    boolean claim() {
        boolean first = !over;
        over = true;
        return first;
    }

    /** Adds this and gives it its name, whole or not at all. */
    void finish(Path name, byte[]... rest) throws IOException {
        append(rest);
        try {
            long replaced = space.takenBy(name);
            Files.move(path, name, StandardCopyOption.REPLACE_EXISTING);
            space.giveBack(replaced);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void append(byte[]... pieces) throws IOException {
        checkNotFailed();
        try {
            takeSpace(pieces);
            write(pieces);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void takeSpace(byte[]... pieces) throws IOException {
        for (byte[] piece : pieces) {
            space.take(piece.length);
            written += piece.length;
        }
    }

    private void write(byte[]... pieces) throws IOException {
        try (OutputStream out = open()) {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        }
    }

    /** One that somebody has taken away in the meantime does not begin again in the middle. */
    private OutputStream open() throws IOException {
        StandardOpenOption how = begun ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW;
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE, how);
        begun = true;
        return out;
    }

    private IOException failed(IOException why) throws IOException {
        failure = why;
        deleteIfOurs();
        return why;
    }

    private void remove() throws IOException {
        checkNotFailed();
        deleteIfOurs();
    }

    private void deleteIfOurs() throws IOException {
        space.giveBack(written);
        written = 0;
        if (begun) {
            Files.deleteIfExists(path);
        }
    }

    private void checkNotFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
