/** How things of the wire are said to people, and read from them. It rests on Java alone, so that every tool can use it. */
@NullMarked
package io.hellowire.wire.text;

import org.jspecify.annotations.NullMarked;
