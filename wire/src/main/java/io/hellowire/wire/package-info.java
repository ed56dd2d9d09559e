/**
 * What both ends share about the wire: bytes read as HTTP/1 heads and bodies without changing one of them, and bytes
 * shown to people without a way to do harm. Read {@link io.hellowire.wire.HeadReader} first, then
 * {@link io.hellowire.wire.Http1RequestHead}, which is a view of the bytes as received, and
 * {@link io.hellowire.wire.Malformation}, the list of all that is refused. {@link io.hellowire.wire.Transport} is what both
 * ends need of the system below.
 */
@NullMarked
package io.hellowire.wire;

import org.jspecify.annotations.NullMarked;
