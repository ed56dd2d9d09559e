/** The entry point of the container image; {@link io.hellowire.image.Main} is all of it. */
@NullMarked
package io.hellowire.image;

import org.jspecify.annotations.NullMarked;
