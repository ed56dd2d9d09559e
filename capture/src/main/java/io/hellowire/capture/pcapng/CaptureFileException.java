package io.hellowire.capture.pcapng;

import io.hellowire.wire.text.FileError;
import java.io.IOException;
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
        this(message(file, FileError.reason(file, cause), expected), cause);
    }

    /**
     * That a file cannot be written.
     *
     * @param cause what the system says about it
     * @param expected what should be
     */
    public static CaptureFileException notWritten(Path file, IOException cause, String expected) {
        boolean isRefused = cause instanceof NoSuchFileException && FileError.hasFolder(file);
        return isRefused
                ? new CaptureFileException(file, "its folder takes no new file", expected)
                : new CaptureFileException(file, cause, expected);
    }

    /**
     * That a capture cannot be read.
     *
     * @param cause what is wrong with what is in it, or what the system says about it
     * @param expected what should be
     */
    static CaptureFileException notRead(Path file, boolean isPacked, IOException cause, String expected) {
        if (cause instanceof CaptureFileException known) {
            return known;
        }
        return cause instanceof MalformedCaptureException
                ? new CaptureFileException(file + (isPacked ? ", unpacked: " : ": ") + cause.getMessage(), cause)
                : new CaptureFileException(file, cause, expected);
    }

    private CaptureFileException(String message, IOException cause) {
        super(message, cause);
    }

    private static String message(Path file, String found, String expected) {
        return file + ": " + found + " (expected: " + expected + ")";
    }
}
