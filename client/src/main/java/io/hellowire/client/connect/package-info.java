/**
 * From a target to one open connection: which way it goes, and every attempt on record. Read
 * {@link io.hellowire.client.connect.Connector} first, then {@link io.hellowire.client.connect.Race}.
 */
@NullMarked
package io.hellowire.client.connect;

import org.jspecify.annotations.NullMarked;
