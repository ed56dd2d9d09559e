/**
 * The connections themselves: what is known of each, how many there may be, how long each may wait and how each is
 * closed. Read {@link io.hellowire.server.connection.Connection} first.
 */
@NullMarked
package io.hellowire.server.connection;

import org.jspecify.annotations.NullMarked;
