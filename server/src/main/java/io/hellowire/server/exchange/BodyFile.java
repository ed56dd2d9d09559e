package io.hellowire.server.exchange;

import io.hellowire.wire.RequestHead;
import org.jspecify.annotations.Nullable;

/** Where a body goes as it comes, since it is too long to be held until it is whole. */
public interface BodyFile {

    /** Takes the next bytes of it, which are not copied. */
    void write(byte[] bytes);

    /** Leaves nothing of it behind, unless the journal has given it its name. */
    void discard();

    /** Begins such files. */
    interface Maker {

        /** Begins the file of a request with this head; {@code null} if nobody keeps such files. */
        @Nullable
        BodyFile begin(RequestHead head);
    }
}
