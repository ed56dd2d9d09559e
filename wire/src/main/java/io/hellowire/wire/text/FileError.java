package io.hellowire.wire.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What is wrong with a file, in words: of most that can be, Java says nothing but the file's name. */
public final class FileError {

    private FileError() {}

    /**
     * The reason why a file could not be read or written.
     *
     * @param file the one meant; what the system speaks of may be another on the way to it
     */
    public static String reason(Path file, IOException thrown) {
        if (thrown instanceof NoSuchFileException) {
            return hasFolder(file) ? "no such file" : "its folder does not exist";
        }
        return reason(thrown);
    }

    /** Whether the folder is there in which it is, or would be. */
    public static boolean hasFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder);
    }

    /** The reason, where it is not known what the file should have been. */
    public static String reason(IOException thrown) {
        if (thrown instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (thrown instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (thrown instanceof FileAlreadyExistsException) {
            return "is already there";
        }
        if (thrown instanceof NotDirectoryException) {
            return "not a directory";
        }
        String said = thrown instanceof FileSystemException known ? known.getReason() : thrown.getMessage();
        return said == null ? thrown.getClass().getSimpleName() : said;
    }
}
