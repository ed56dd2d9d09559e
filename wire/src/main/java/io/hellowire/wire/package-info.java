/** What both ends share about the wire: heads read from bytes without changing one, and bytes made printable. */
@NullMarked
package io.hellowire.wire;

import org.jspecify.annotations.NullMarked;
