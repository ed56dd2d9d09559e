package io.hellowire.capture.pcapng;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a capture file one after the other; of one packed by gzip (RFC 1952), what it unpacks to. */
final class CaptureInput implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 4;
    private static final int GZIP = 0x1F8B;

    private final InputStream in;
    private final boolean isPacked;
    private long offset;
    private boolean isCutShort;

    private CaptureInput(InputStream in, boolean isPacked) {
        this.in = in;
        this.isPacked = isPacked;
    }

    /**
     * Opens a file; closing this closes it.
     *
     * @param expected what the file should be, for the message
     * @throws CaptureFileException if there is no such file
     * @throws MalformedCaptureException if it begins like gzip and is none
     */
    static CaptureInput open(Path file, String expected) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CaptureFileException(file, "a folder", expected);
        }
        try {
            return of(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        } catch (FileSystemException e) {
            throw new CaptureFileException(file, e, expected);
        }
    }

    private static CaptureInput of(InputStream in) throws IOException {
        try {
            CaptureInput asItIs = new CaptureInput(in, false);
            return asItIs.magic() >>> 16 == GZIP ? new CaptureInput(unpacked(in), true) : asItIs;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        try {
            return new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER);
        } catch (EOFException | ZipException e) {
            throw new MalformedCaptureException(0, "a damaged header of gzip", "one of RFC 1952, for deflate");
        }
    }

    /** The first four bytes, big-endian, before anything is read; zeros in place of those that are not there. */
    int magic() throws IOException {
        in.mark(MAGIC);
        byte[] first = read(MAGIC);
        offset = 0;
        in.reset();
        return ByteBuffer.allocate(MAGIC).put(first).getInt(0);
    }

    /**
     * Reads so many bytes, or as many as there are.
     *
     * @throws MalformedCaptureException if they do not unpack
     */
    byte[] read(int most) throws IOException {
        byte[] bytes = new byte[most];
        int read = read(bytes, 0);
        return read < most ? Arrays.copyOf(bytes, read) : bytes;
    }

    /**
     * Fills an array from a place in it on, or as much of it as there is.
     *
     * @return how many bytes were read
     */
    int read(byte[] bytes, int from) throws IOException {
        try {
            int read = in.readNBytes(bytes, from, bytes.length - from);
            offset += read;
            return read;
        } catch (EOFException e) {
            isCutShort = true;
            return 0;
        } catch (ZipException e) {
            throw new MalformedCaptureException(offset, "gzip does not unpack: " + e.getMessage(), "an undamaged file");
        }
    }

    /** How many bytes were read. */
    long offset() {
        return offset;
    }

    /** Whether the places in it are those of what it unpacks to. */
    boolean isPacked() {
        return isPacked;
    }

    /** Whether it ends before gzip says that it does. */
    boolean isCutShort() {
        return isCutShort;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
