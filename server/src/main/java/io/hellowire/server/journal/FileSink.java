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
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Writes records to a file, or to standard output. A {@link FileChannel} tells how much it took before it failed, so
 * what is tried again begins at the right byte and no record is torn or doubled.
 */
final class FileSink implements Sink {

    private final String name;
    private final FileChannel channel;

    private final boolean canBeCut;

    private FileSink(String name, FileChannel channel, boolean canBeCut) {
        this.name = name;
        this.channel = channel;
        this.canBeCut = canBeCut;
    }

    /** Appends to this file, which is made if it is missing. */
    static FileSink file(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new FileSink(file.toString(), channel, Files.isRegularFile(file));
        } catch (FileSystemException e) {
            throw new IOException(file + ": " + FileError.reason(file, e) + " (expected: a file to append to)", e);
        }
    }

    static FileSink standardOutput() {
        return new FileSink("standard output", new FileOutputStream(FileDescriptor.out).getChannel(), false);
    }

    static FileSink standardError() {
        return new FileSink("standard error", new FileOutputStream(FileDescriptor.err).getChannel(), false);
    }

    @Override
    public int write(Batch batch, int from) throws IOException {
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
