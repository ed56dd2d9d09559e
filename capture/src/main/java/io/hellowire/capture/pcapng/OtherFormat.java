package io.hellowire.capture.pcapng;

import org.jspecify.annotations.Nullable;

/** Files that people take for a capture, or captures of a format that is not read, by how they begin. */
final class OtherFormat {

    private OtherFormat() {}

    /**
     * Names a format.
     *
     * @param magic the file's first four bytes, big-endian
     * @return {@code null} if it is none of them
     */
    static @Nullable String of(int magic) {
        return switch (magic) {
            case 0x28B52FFD -> "a file packed by Zstandard";
            case 0x04224D18 -> "a file packed by LZ4";
            case 0xFD377A58 -> "a file packed by xz";
            case 0x504B0304 -> "a zip archive";
            case 0x736E6F6F -> "a snoop file";
            case 0xA1B2CD34, 0x34CDB2A1 -> "a modified pcap file of an old Linux";
            default ->
                magic >>> 8 == 0x425A68
                        ? "a file packed by bzip2"
                        : magic >>> 16 == 0x1F8B ? "a file packed by gzip twice" : null;
        };
    }
}
