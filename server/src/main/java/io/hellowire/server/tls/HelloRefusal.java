package io.hellowire.server.tls;

import io.hellowire.wire.text.Printable;
import io.hellowire.wire.tls.Offer;
import io.hellowire.wire.tls.TlsAlert;
import io.hellowire.wire.tls.TlsRecord;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Collections;
import java.util.stream.Collectors;

/**
 * A hello that we refuse ourselves, before any library sees it: a client that speaks application protocols and none of
 * ours must be told so with an alert (RFC 7301 section 3.2), which BoringSSL does not do for Netty.
 *
 * @param reason why, in words
 */
record HelloRefusal(String reason) {

    private static final int FATAL = 2;

    static boolean isDue(Offer offer) {
        return !offer.protocols().isEmpty() && Collections.disjoint(offer.protocols(), TlsContexts.PROTOCOLS);
    }

    static HelloRefusal of(Offer offer) {
        return new HelloRefusal("no common application protocol: the client speaks "
                + offer.protocols().stream().map(Printable::ofLatin1).collect(Collectors.joining(", ")) + ", we "
                + String.join(", ", TlsContexts.PROTOCOLS));
    }

    /** In the clear, as nothing has been agreed on. */
    static ByteBuf alert(ByteBufAllocator allocator, Offer offer) {
        return allocator
                .buffer(7)
                .writeByte(TlsRecord.ALERT)
                .writeShort(offer.legacyVersion())
                .writeShort(2)
                .writeByte(FATAL)
                .writeByte(TlsAlert.NO_APPLICATION_PROTOCOL.code());
    }
}
