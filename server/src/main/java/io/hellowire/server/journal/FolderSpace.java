package io.hellowire.server.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much the files of requests in a folder may take together, those of earlier runs included. Once it is used up, no more
 * are kept: a small one after a large one that is missing would be found by chance only. Belongs to the thread that writes.
 */
final class FolderSpace {

    private final Path directory;
    private final @Nullable Long mostBytes;
    private long bytes;
    private boolean isUsedUp;

    private FolderSpace(Path directory, @Nullable Long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** What is left in this folder; with {@code null} there is no end to it. */
    static FolderSpace in(Path directory, @Nullable Long mostBytes) throws IOException {
        FolderSpace space = new FolderSpace(directory, mostBytes);
        if (mostBytes != null) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.req")) {
                for (Path file : files) {
                    space.bytes += Files.size(file);
                }
            }
        }
        return space;
    }

    /** Takes so much of it. */
    void take(long more) throws UsedUpException {
        if (mostBytes == null) {
            return;
        }
        isUsedUp |= bytes + more > mostBytes;
        if (isUsedUp) {
            throw new UsedUpException(directory + ": its files hold " + count(bytes) + " bytes (expected: at most "
                    + count(mostBytes) + ", as --raw-max says); no more requests are kept in it");
        }
        bytes += more;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Gives so much back. */
    void giveBack(long less) {
        bytes -= less;
    }

    /** How much of it this file takes that is about to be replaced. */
    long takenBy(Path file) throws IOException {
        try {
            return mostBytes == null ? 0 : Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** There is none left. */
    static final class UsedUpException extends IOException {

        UsedUpException(String message) {
            super(message);
        }
    }
}
