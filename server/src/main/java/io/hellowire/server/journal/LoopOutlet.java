package io.hellowire.server.journal;

import io.hellowire.server.exchange.BodyFile;
import io.hellowire.wire.RequestHead;
import org.jspecify.annotations.Nullable;

/** What one event loop uses of an {@link Outlet}. All methods belong to the loop. */
interface LoopOutlet {

    /** Shows this entry, unless it is none that is shown here, or has to be dropped. */
    void add(Entry entry);

    /** Begins the file of a request whose body is still coming; {@code null} if this keeps none. */
    default @Nullable BodyFile beginFile(RequestHead head) {
        return null;
    }

    /** Whether requests should wait unread until there is room. */
    boolean isFull();

    /** Runs this on the loop when there is room again; at once, if there is. */
    void whenRoom(Runnable action);

    /** Hands over what is left. */
    void end();
}
