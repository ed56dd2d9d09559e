/** The container image, which has no code of its own: what it starts is {@link io.hellowire.dist.Main}. */
@NullMarked
package io.hellowire.image;

import org.jspecify.annotations.NullMarked;
