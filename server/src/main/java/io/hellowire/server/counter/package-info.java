/** Where the numbers come from. Read {@link io.hellowire.server.counter.Counter} first. */
@NullMarked
package io.hellowire.server.counter;

import org.jspecify.annotations.NullMarked;
