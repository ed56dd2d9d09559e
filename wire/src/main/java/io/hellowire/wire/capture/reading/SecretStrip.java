package io.hellowire.wire.capture.reading;

import io.hellowire.wire.capture.pcapng.MalformedCaptureException;
import io.hellowire.wire.capture.pcapng.RawBlock;
import io.hellowire.wire.capture.pcapng.RawBlockReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
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
        try (RawBlockReader reader = new RawBlockReader(new BufferedInputStream(Files.newInputStream(from)));
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            return copy(reader, out);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(to + ": exists already (expected: a new file)", e);
        } catch (MalformedCaptureException e) {
            Files.delete(to);
            throw new IOException(from + ": " + e.getMessage(), e);
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
