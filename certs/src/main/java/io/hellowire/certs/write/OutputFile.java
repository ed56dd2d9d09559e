package io.hellowire.certs.write;

import java.util.Locale;

/**
 * A file to be written: its name within the directory, its bytes, and who may read it.
 *
 * @param name without any directory
 * @param content the whole of it; not copied, and not printed
 * @param readers who may read it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record OutputFile(String name, byte[] content, Readers readers) {

    /** Who may read a file. */
    enum Readers {
        /** Its owner only: it holds a key. */
        OWNER,
        /** Whoever the system's defaults let. */
        EVERYONE
    }

    OutputFile {
        if (name.isEmpty() || name.matches("(?s).*[/\\\\\\x00-\\x1f].*") || name.matches("\\.{1,2}")) {
            throw new IllegalArgumentException("file name: \"" + name + "\" (expected: a name without a directory)");
        }
    }

    /** A file that holds a key. */
    static OutputFile secret(String name, byte[] content) {
        return new OutputFile(name, content, Readers.OWNER);
    }

    /** A file that holds nothing to hide. */
    static OutputFile open(String name, byte[] content) {
        return new OutputFile(name, content, Readers.EVERYONE);
    }

    @Override
    public String toString() {
        return name + " (" + content.length + " bytes, readable by "
                + readers.name().toLowerCase(Locale.ROOT) + ")";
    }
}
