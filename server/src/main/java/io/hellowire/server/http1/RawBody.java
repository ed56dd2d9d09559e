package io.hellowire.server.http1;

import io.hellowire.server.exchange.BodyFile;
import io.hellowire.wire.Http1RequestHead;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes, chunk lines included. It goes to its file in large pieces, each of which ends where content ends:
 * what follows is held, since it may turn out to be a trailer field whose value is to be hidden.
 */
final class RawBody {

    private static final int MOST_HELD_BYTES = 64 * 1024;

    private final Http1RequestHead head;
    private final BodyFile.Maker files;
    private ByteArrayOutputStream held = new ByteArrayOutputStream(0);
    private int contentEnd;
    private @Nullable BodyFile file;

    /** @param files where it goes when it has become long */
    RawBody(Http1RequestHead head, BodyFile.Maker files) {
        this.head = head;
        this.files = files;
    }

    /**
     * Adds what has been read.
     *
     * @param in was read from {@code start} to its reader index
     * @param end where the last content in it ends; {@code start} if there is none
     */
    void add(ByteBuf in, int start, int end) {
        if (end > start) {
            contentEnd = held.size() + end - start;
        }
        byte[] piece = new byte[in.readerIndex() - start];
        in.getBytes(start, piece);
        held.writeBytes(piece);
        if (contentEnd > MOST_HELD_BYTES) {
            writeContent();
        }
    }

    private void writeContent() {
        BodyFile begun = file == null ? files.begin(head) : file;
        if (begun == null) {
            return;
        }
        file = begun;
        byte[] all = held.toByteArray();
        begun.write(Arrays.copyOf(all, contentEnd));
        held = new ByteArrayOutputStream(0);
        held.write(all, contentEnd, all.length - contentEnd);
        contentEnd = 0;
    }

    /** Where the request is already, but for the rest; {@code null} if nowhere. */
    @Nullable
    BodyFile file() {
        return file;
    }

    /** What is in no file. */
    byte[] rest() {
        return held.toByteArray();
    }

    int heldBytes() {
        return held.size();
    }

    void discard() {
        if (file != null) {
            file.discard();
        }
    }
}
