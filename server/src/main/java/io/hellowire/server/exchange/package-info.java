/**
 * The messages between what reads a protocol and what answers it, the same for every protocol. Read
 * {@link io.hellowire.server.exchange.Received} first.
 */
@NullMarked
package io.hellowire.server.exchange;

import org.jspecify.annotations.NullMarked;
