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
    private boolean over;
    private boolean begun;
    private @Nullable IOException failure;

    /**
     * @param path where it grows; nothing is there yet
     * @param thread writes it
     * @param room is taken by what is not written yet
     */
    GrowingFile(Path path, RawFileThread thread, Room room) {
        this.path = path;
        this.thread = thread;
        this.room = room;
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
    void finish(Path name, byte[] rest) throws IOException {
        append(rest);
        try {
            Files.move(path, name, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void append(byte[] bytes) throws IOException {
        checkNotFailed();
        try (OutputStream out = open()) {
            out.write(bytes);
        } catch (IOException e) {
            throw failed(e);
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
