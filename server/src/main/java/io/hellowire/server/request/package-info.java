/**
 * From bytes to whole requests. Read {@link io.hellowire.server.request.RequestDecoder} first; what it sends on is one
 * of the kinds of {@link io.hellowire.server.request.Received}.
 */
@NullMarked
package io.hellowire.server.request;

import org.jspecify.annotations.NullMarked;
