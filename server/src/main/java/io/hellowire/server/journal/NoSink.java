package io.hellowire.server.journal;

/** Takes everything and shows nothing. */
final class NoSink implements Sink {

    @Override
    public int write(Batch batch, int from) {
        return batch.bytes.length();
    }

    @Override
    public String name() {
        return "nowhere";
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
