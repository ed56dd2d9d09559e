package io.hellowire.capture.pcapng;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a capture file says, block by block, in whichever format. */
interface BlockSource {

    /**
     * Reads the next block.
     *
     * @return {@code null} at the end
     * @throws MalformedCaptureException if it cannot be read
     */
    @Nullable
    Block next() throws IOException;

    /** Whether the file ended in the middle of a block, as it does when its writer was killed. */
    boolean isCutShort();
}
