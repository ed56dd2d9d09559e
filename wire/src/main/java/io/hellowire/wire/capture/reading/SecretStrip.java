package io.hellowire.wire.capture.reading;

import io.hellowire.wire.capture.pcapng.CaptureFileException;
import io.hellowire.wire.capture.pcapng.MalformedCaptureException;
import io.hellowire.wire.capture.pcapng.RawBlock;
import io.hellowire.wire.capture.pcapng.RawBlockReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a capture without the secrets in it, every other block byte by byte as it was. */
public final class SecretStrip {

    private SecretStrip() {}

    /**
     * Copies a file.
     *
     * @param to a new file; one that is there is never overwritten
     * @return how many blocks of secrets were left out
     * @throws IOException if a file cannot be read or written, or is no capture; nothing is left behind then
     */
    public static int copy(Path from, Path to) throws IOException {
        try (RawBlockReader reader = RawBlockReader.open(from)) {
            OutputStream created = create(to);
            try (OutputStream out = new BufferedOutputStream(created)) {
                return copy(reader, out);
            } catch (MalformedCaptureException e) {
                Files.delete(to);
                throw new IOException(from + ": " + e.getMessage(), e);
            } catch (IOException e) {
                Files.delete(to);
                throw new CaptureFileException(to, e, "room for a copy of " + from);
            }
        }
    }

    private static OutputStream create(Path file) throws IOException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new CaptureFileException(file, e, "a new file");
        }
    }

    private static int copy(RawBlockReader reader, OutputStream out) throws IOException {
        int stripped = 0;
        for (RawBlock block = reader.next(); block != null; block = reader.next()) {
            if (block.isSecrets()) {
                stripped++;
            } else {
                out.write(block.whole().array());
            }
        }
        return stripped;
    }
}
