package io.hellowire.certs.write;

/**
 * The bytes of one file.
 *
 * @param suffix what tells it from the other files of the same name: empty, {@code "-key"}, or {@code "-2"} for the
 *     second certificate where a file holds one only
 * @param holdsKey whether nobody but its owner may read it
 * @param content the bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // written once; never compared
record Encoded(String suffix, boolean holdsKey, byte[] content) {

    static final String KEY_SUFFIX = "-key";

    static Encoded certificates(byte[] content) {
        return new Encoded("", false, content);
    }

    static Encoded certificate(int index, byte[] content) {
        return new Encoded(index == 0 ? "" : "-" + (index + 1), false, content);
    }

    static Encoded key(byte[] content) {
        return new Encoded(KEY_SUFFIX, true, content);
    }

    /** How large it is; never what it holds. */
    @Override
    public String toString() {
        return "Encoded[" + suffix + ", " + content.length + " bytes]";
    }
}
