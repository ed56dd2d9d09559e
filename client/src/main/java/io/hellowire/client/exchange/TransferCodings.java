package io.hellowire.client.exchange;

import io.hellowire.client.step.StepException;
import io.hellowire.wire.ResponseHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a response's body is wrapped in besides its chunks, RFC 9112 section 7, which is undone without being asked. */
final class TransferCodings {

    private static final String CHUNKED = "chunked";
    private static final String IDENTITY = "identity";

    private TransferCodings() {}

    /**
     * The codings below the chunks, in the order applied.
     *
     * @throws StepException if one cannot be undone, so that the content would be another
     */
    static List<String> toUndo(ResponseHead head) throws StepException {
        List<String> codings = new ArrayList<>(members(head));
        if (!codings.isEmpty() && codings.get(codings.size() - 1).equals(CHUNKED)) {
            codings.remove(codings.size() - 1);
        }
        for (String coding : codings) {
            if (coding.equals(CHUNKED)) {
                throw new StepException(ResponseFailure.chunkedNotLast(codings));
            }
            if (!coding.equals(IDENTITY) && !isKnown(coding)) {
                throw new StepException(ResponseFailure.unknownTransferCoding(coding));
            }
        }
        codings.removeIf(IDENTITY::equals);
        return codings;
    }

    private static boolean isKnown(String coding) {
        return switch (coding) {
            case "gzip", "x-gzip", "deflate" -> true;
            default -> false;
        };
    }

    /** Whether identity is among them, which RFC 7230 took away. */
    static boolean haveIdentity(ResponseHead head) {
        return members(head).contains(IDENTITY);
    }

    /** Without parameters, in lower case. */
    private static List<String> members(ResponseHead head) {
        return head.all("Transfer-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(member -> member.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(member -> !member.isEmpty())
                .toList();
    }
}
