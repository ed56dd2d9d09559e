package io.hellowire.capture.reading;

import io.hellowire.capture.pcapng.Block;
import io.hellowire.capture.pcapng.CaptureFile;
import io.hellowire.capture.pcapng.CaptureFileException;
import io.hellowire.capture.pcapng.InterfaceName;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Copies a capture without the secrets in it, and without the packets that show in the clear what the secrets would open;
 * every other block byte by byte as it was.
 */
public final class SecretStrip {

    private final CaptureFile reader;
    private int secrets;
    private long insidePackets;

    private SecretStrip(CaptureFile reader) {
        this.reader = reader;
    }

    /**
     * Copies a file.
     *
     * @param to a new file; one that is there is never overwritten
     * @return what was left out
     * @throws IOException if a file cannot be read or written, or is no capture; nothing is left behind then
     */
    public static Stripped copy(Path from, Path to) throws IOException {
        try (CaptureFile reader = CaptureFile.openPcapng(from)) {
            OutputStream created = create(to);
            try (OutputStream out = new BufferedOutputStream(created)) {
                return new SecretStrip(reader).copyTo(out);
            } catch (CaptureFileException e) {
                Files.delete(to);
                throw e;
            } catch (IOException e) {
                Files.delete(to);
                throw CaptureFileException.notWritten(to, e, "room for a copy of " + from);
            }
        }
    }

    private static OutputStream create(Path file) throws IOException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw CaptureFileException.notWritten(file, e, "a new file");
        }
    }

    private Stripped copyTo(OutputStream out) throws IOException {
        for (Block block = reader.next(); block != null; block = reader.next()) {
            if (reader.isSecrets()) {
                secrets++;
            } else if (isInside(block)) {
                insidePackets++;
            } else {
                reader.copyTo(out);
            }
        }
        return new Stripped(secrets, insidePackets, reader.isCutShort());
    }

    private static boolean isInside(Block block) {
        return block instanceof Block.Packet packet
                && InterfaceName.INSIDE_TLS.equals(packet.from().name());
    }
}
