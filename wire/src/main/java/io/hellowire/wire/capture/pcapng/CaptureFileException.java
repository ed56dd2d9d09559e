package io.hellowire.wire.capture.pcapng;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A capture or key log that cannot be read or written. */
public final class CaptureFileException extends IOException {

    /**
     * @param found what is there instead
     * @param expected what should be
     */
    public CaptureFileException(Path file, String found, String expected) {
        super(message(file, found, expected));
    }

    /**
     * @param cause what the system says about it
     * @param expected what should be
     */
    public CaptureFileException(Path file, IOException cause, String expected) {
        super(message(file, reason(file, cause), expected), cause);
    }

    private static String message(Path file, String found, String expected) {
        return file + ": " + found + " (expected: " + expected + ")";
    }

    /** The system's own words are often only the file's name. */
    private static String reason(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            Path folder = file.toAbsolutePath().getParent();
            return folder == null || Files.isDirectory(folder) ? "no such file" : "its folder does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        String said = cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }
}
