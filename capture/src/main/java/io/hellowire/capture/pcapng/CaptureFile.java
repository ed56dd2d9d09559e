package io.hellowire.capture.pcapng;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A capture file that is read: pcapng or classic pcap, packed by gzip or not. Whatever is wrong is told with the file's
 * name.
 */
public final class CaptureFile implements Closeable {

    private static final String PCAPNG = "a pcapng file";
    private static final String CAPTURE = "a pcapng or pcap file";

    private final Path file;
    private final String expected;
    private final CaptureInput in;
    private final BlockSource blocks;

    private CaptureFile(Path file, String expected, CaptureInput in, BlockSource blocks) {
        this.file = file;
        this.expected = expected;
        this.in = in;
        this.blocks = blocks;
    }

    /**
     * Opens a file of either format; closing this closes it.
     *
     * @throws CaptureFileException if it is not there, or no capture
     */
    public static CaptureFile open(Path file) throws CaptureFileException {
        return open(file, CAPTURE);
    }

    /**
     * Opens a file whose blocks are wanted as they are; closing this closes it.
     *
     * @throws CaptureFileException if it is not there, or no pcapng file
     */
    public static CaptureFile openPcapng(Path file) throws IOException {
        CaptureFile opened = open(file, PCAPNG);
        if (opened.blocks instanceof PcapngReader) {
            return opened;
        }
        opened.close();
        throw new CaptureFileException(file, "a classic pcap file, which has no place for secrets", PCAPNG);
    }

    private static CaptureFile open(Path file, String expected) throws CaptureFileException {
        boolean isPacked = false;
        try {
            CaptureInput in = CaptureInput.open(file, expected);
            isPacked = in.isPacked();
            return new CaptureFile(file, expected, in, readerOf(in, expected));
        } catch (IOException e) {
            throw CaptureFileException.notRead(file, isPacked, e, expected);
        }
    }

    private static BlockSource readerOf(CaptureInput in, String expected) throws IOException {
        try {
            int magic = in.magic();
            String other = OtherFormat.of(magic);
            if (other != null) {
                throw new MalformedCaptureException(0, other, expected + ", packed by gzip or not");
            }
            return PcapReader.isMagic(magic) ? new PcapReader(in) : new PcapngReader(in, expected);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads the next block.
     *
     * @return {@code null} at the end
     * @throws CaptureFileException if it cannot be read
     */
    public @Nullable Block next() throws CaptureFileException {
        try {
            return blocks.next();
        } catch (IOException e) {
            throw CaptureFileException.notRead(file, in.isPacked(), e, expected);
        }
    }

    /** Whether the block of a pcapng file that was read last holds secrets that open captured packets. */
    public boolean isSecrets() {
        return raw().isSecrets();
    }

    /** Writes the block of a pcapng file that was read last, as it is in the file. */
    public void copyTo(OutputStream out) throws IOException {
        out.write(raw().whole().array());
    }

    private RawBlock raw() {
        if (blocks instanceof PcapngReader pcapng) {
            return pcapng.raw();
        }
        throw new IllegalStateException(file + ": classic pcap (expected: " + PCAPNG + ")");
    }

    /** Whether the file ended in the middle of a block, as it does when its writer was killed. */
    public boolean isCutShort() {
        return blocks.isCutShort() || in.isCutShort();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
