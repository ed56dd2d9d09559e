package io.hellowire.server.journal;

/** Writes entries as bytes. One for each event loop, so it may keep what it likes. */
interface Format {

    /** Writes an entry, or nothing if it does not show this kind. */
    void write(Entry entry, Bytes out);
}
