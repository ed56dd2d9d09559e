package io.hellowire.certs.write;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts several files in the places of others so that a crash never leaves a new certificate beside an old key for good. No
 * file system renames two files in one step, but it renames a directory: the new files lie in one of their own until that
 * gets the name that decides. Before, nothing has changed; after, what is still in it is moved by whoever comes next.
 */
final class Replacement {

    private static final String DECIDED = ".hellowire-replacing";
    private static final int MOST_ATTEMPTS = 100;

    private final Path directory;
    private final Path decided;

    /** In this directory. */
    Replacement(Path directory) {
        this.directory = directory;
        this.decided = directory.resolve(DECIDED);
    }

    /**
     * Replaces files by those of the same names in the staging directory, which is on the same file system.
     *
     * @throws IOException if they cannot be moved; if none of them was, nothing has changed
     */
    void perform(Path staging) throws IOException {
        List<Path> files = filesIn(staging);
        flush(staging);
        decide(staging);
        flush(directory);
        try {
            finishInterrupted();
        } catch (IOException e) {
            if (filesIn(decided).size() == files.size()) {
                Files.move(decided, staging, ATOMIC_MOVE);
            }
            throw e;
        }
    }

    private void decide(Path staging) throws IOException {
        for (int attempt = 1; ; attempt++) {
            finishInterrupted();
            try {
                Files.move(staging, decided, ATOMIC_MOVE);
                return;
            } catch (FileSystemException e) { // mostly of a process beside this one, which came first by a moment
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Moves what a process that crashed, or still runs, has decided to move; does nothing if there is nothing. */
    void finishInterrupted() throws IOException {
        if (!Files.isDirectory(decided, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path file : filesIn(decided)) {
            moveUnlessMoved(file, directory.resolve(file.getFileName()));
        }
        flush(directory);
        try {
            Files.deleteIfExists(decided);
        } catch (DirectoryNotEmptyException e) {
            // The next replacement has begun, by a process that moves its own.
        }
    }

    private static void moveUnlessMoved(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // A process beside this one was quicker.
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Makes the new names last. */
    private static void flush(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directory, and keeps its names in a log of its own.
        }
    }
}
