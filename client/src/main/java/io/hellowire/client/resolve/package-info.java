/**
 * From a name to its addresses, with who answered and how. Read {@link io.hellowire.client.resolve.Names} first.
 */
@NullMarked
package io.hellowire.client.resolve;

import org.jspecify.annotations.NullMarked;
