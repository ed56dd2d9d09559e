/**
 * HTTP/1 as the server speaks it: from bytes to whole requests. Read
 * {@link io.hellowire.server.http1.Http1RequestDecoder} first.
 */
@NullMarked
package io.hellowire.server.http1;

import org.jspecify.annotations.NullMarked;
