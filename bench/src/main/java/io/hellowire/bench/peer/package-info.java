/**
 * The servers that are measured, ours among them. Read {@link io.hellowire.bench.peer.Peers} first: it is the list of
 * them; what each is configured with lies in the resources, under {@code peers/}.
 */
@NullMarked
package io.hellowire.bench.peer;

import org.jspecify.annotations.NullMarked;
