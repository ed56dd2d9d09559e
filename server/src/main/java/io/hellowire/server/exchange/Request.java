package io.hellowire.server.exchange;

import io.hellowire.wire.RequestHead;

/**
 * A whole, well-formed request.
 *
 * @param onConnection its number on its connection, from 1
 * @param head its head, as received
 * @param body what is known of its body
 * @param began when its first byte was there to be read
 */
public record Request(long onConnection, RequestHead head, Body body, StartTime began) implements Received {}
