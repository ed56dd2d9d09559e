package io.hellowire.server.journal;

import java.io.IOException;

/** The journal's sink will never take anything again, as when the other end of a pipe is closed. */
final class SinkGoneException extends IOException {

    SinkGoneException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
