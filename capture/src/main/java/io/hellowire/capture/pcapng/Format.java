package io.hellowire.capture.pcapng;

/** The numbers of the pcapng specification that both the encoder and the reader need. */
final class Format {

    static final int SECTION_HEADER = 0x0A0D0D0A;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int OLD_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int INTERFACE_STATISTICS = 5;
    static final int ENHANCED_PACKET = 6;
    static final int DECRYPTION_SECRETS = 0x0000000A;

    static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    /** Decryption secrets in the format of RFC 9850: "TLSK". */
    static final int TLS_KEY_LOG = 0x544c534b;

    static final int END_OF_OPTIONS = 0;
    static final int COMMENT = 1;

    static final int SECTION_HARDWARE = 2;
    static final int SECTION_OS = 3;
    static final int SECTION_APPLICATION = 4;

    static final int INTERFACE_NAME = 2;
    static final int INTERFACE_DESCRIBED = 3;
    static final int INTERFACE_TIME_RESOLUTION = 9;
    static final int INTERFACE_FILTER = 11;

    static final int PACKET_FLAGS = 2;
    static final int PACKET_DROPPED = 4;

    static final int STATISTICS_START = 2;
    static final int STATISTICS_END = 3;
    static final int STATISTICS_RECEIVED = 4;
    static final int STATISTICS_DROPPED = 5;

    /** Type and both lengths. */
    static final int EMPTY_BLOCK_BYTES = 12;

    /** The largest block that is read: far more than any packet or list of secrets takes. */
    static final int MOST_BLOCK_BYTES = 16 << 20;

    private Format() {}

    /** The number rounded up to the next multiple of four, where every block and option begins. */
    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
