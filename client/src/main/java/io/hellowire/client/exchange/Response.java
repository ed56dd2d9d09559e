package io.hellowire.client.exchange;

import io.hellowire.client.step.Failure;
import io.hellowire.wire.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back, as far as it came.
 *
 * @param interim the first of the 1xx responses before the final one
 * @param interimCount how many of them there were
 * @param head the head of the final response, or {@code null} if it was not complete
 * @param body its body, or {@code null} if there was no head
 * @param wire the bytes below
 * @param remarks what was odd about it
 * @param failure why it is not what it should be, or {@code null} if it is
 */
public record Response(
        List<ResponseHead> interim,
        int interimCount,
        @Nullable ResponseHead head,
        @Nullable Body body,
        WireFacts wire,
        List<Remark> remarks,
        @Nullable Failure failure) {

    public Response {
        interim = List.copyOf(interim);
        remarks = List.copyOf(remarks);
    }

    /** The same with one more thing that is odd. */
    Response with(Remark remark) {
        List<Remark> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Response(interim, interimCount, head, body, wire, more, failure);
    }

    /** When its last byte came, or {@code null} if none did. */
    public @Nullable Long receivedNanos() {
        return wire.firstByteNanos() == null ? null : (Long) wire.endNanos();
    }

    /**
     * The bytes of a response as they came.
     *
     * @param sample the first of them
     * @param received how many came
     * @param firstByteNanos when the first came, or {@code null} if none did
     * @param endNanos when the last came that belongs to it, or when the connection ended where that is the end
     * @param ending how the connection ended, or {@code null} if it is still open
     * @param closeNotify whether TLS said that nothing more will come
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares samples
    public record WireFacts(
            byte[] sample,
            long received,
            @Nullable Long firstByteNanos,
            long endNanos,
            @Nullable Ending ending,
            boolean closeNotify) {}
}
