package io.hellowire.server.journal;

import java.io.IOException;

/** Where encoded records end. Called by the writer thread only, which may block in it. */
interface Sink extends AutoCloseable {

    /**
     * Takes a batch, or as much of it as it can.
     *
     * @param batch what to write
     * @param from the first byte that was not taken yet
     * @return up to where it was taken; less than all of it, if the sink takes no more for the moment
     * @throws SinkGoneException if it will never take anything again
     * @throws IOException if it cannot take more now, as when the disk is full; it may be asked again
     */
    int write(Batch batch, int from) throws IOException;

    /**
     * Takes back what it has of a record that it could not take whole, where that is possible.
     *
     * @param to up to where the batch was taken
     * @return up to where it is taken now
     */
    default int takeBackTornRecord(Batch batch, int to) throws IOException {
        return to;
    }

    /** What it is, for messages. */
    String name();

    @Override
    void close() throws IOException;
}
