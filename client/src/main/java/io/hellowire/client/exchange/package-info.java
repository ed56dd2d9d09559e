/**
 * One request out, one response back, each byte of both on record; so is what a proxy is asked before. Read
 * {@link io.hellowire.client.exchange.ResponseReader} first.
 */
@NullMarked
package io.hellowire.client.exchange;

import org.jspecify.annotations.NullMarked;
