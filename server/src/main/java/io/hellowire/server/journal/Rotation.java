package io.hellowire.server.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Begins a file anew when it has become long, and keeps the one before it under the same name with {@code .1}. */
final class Rotation {

    private final Path file;
    private final long mostBytes;

    /** @param mostBytes how long it may become, but for what is written at once */
    Rotation(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /** Opens it to append to it; it is made if it is missing. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What to write to next: the same, or a new file if that is long enough. */
    FileChannel next(FileChannel current) throws IOException {
        if (current.size() < mostBytes) {
            return current;
        }
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        FileChannel next = open(file);
        current.close();
        return next;
    }
}
