/**
 * The IP and TCP packets around bytes that an application sent or received: {@link
 * io.hellowire.capture.packet.Conversation} keeps both sides' sequence numbers, {@link
 * io.hellowire.capture.packet.PacketEncoder} writes headers with their checksums.
 */
@NullMarked
package io.hellowire.capture.packet;

import org.jspecify.annotations.NullMarked;
