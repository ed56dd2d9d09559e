package io.hellowire.server.journal;

import io.hellowire.wire.text.FileError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to a file, or to standard output. A {@link FileChannel} tells how much it took before it failed, so
 * what is tried again begins at the right byte and no record is torn or doubled.
 */
final class FileSink implements Sink {

    private final String name;
    private final boolean canBeCut;
    private final @Nullable Rotation rotation;
    private FileChannel channel;

    private FileSink(String name, FileChannel channel, boolean canBeCut, @Nullable Rotation rotation) {
        this.name = name;
        this.channel = channel;
        this.canBeCut = canBeCut;
        this.rotation = rotation;
    }

    /**
     * Appends to this file, which is made if it is missing.
     *
     * @param mostBytes when it has become so long, it is renamed and begun anew; {@code null} for never
     */
    static FileSink file(Path file, @Nullable Long mostBytes) throws IOException {
        FileChannel channel = open(file);
        boolean isRegular = Files.isRegularFile(file);
        if (mostBytes != null && !isRegular) {
            channel.close();
            throw new IOException(file + ": no regular file (expected: one that can be renamed, as --log-max asks)");
        }
        return new FileSink(
                file.toString(), channel, isRegular, mostBytes == null ? null : new Rotation(file, mostBytes));
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return Rotation.open(file);
        } catch (FileSystemException e) {
            throw new IOException(file + ": " + FileError.reason(file, e) + " (expected: a file to append to)", e);
        }
    }

    static FileSink standardOutput() {
        return new FileSink("standard output", new FileOutputStream(FileDescriptor.out).getChannel(), false, null);
    }

    static FileSink standardError() {
        return new FileSink("standard error", new FileOutputStream(FileDescriptor.err).getChannel(), false, null);
    }

    @Override
    public int write(Batch batch, int from) throws IOException {
        if (rotation != null && from == 0) {
            channel = rotation.next(channel);
        }
        try {
            return from + channel.write(ByteBuffer.wrap(batch.bytes.array(), from, batch.bytes.length() - from));
        } catch (IOException e) {
            throw isForever(e) ? new SinkGoneException(e) : e;
        }
    }

    @Override
    public int takeBackTornRecord(Batch batch, int to) throws IOException {
        int whole = batch.recordEndWithin(to);
        if (!canBeCut || whole == to) {
            return to;
        }
        channel.truncate(channel.size() - (to - whole));
        return whole;
    }

    private static boolean isForever(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("bad file descriptor");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
