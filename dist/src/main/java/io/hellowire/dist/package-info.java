/**
 * The one command for people, {@code hellowire}: {@link io.hellowire.dist.Main} gives each word to its tool, {@link
 * io.hellowire.dist.Documents} writes completions and manual when the distribution is built.
 */
@NullMarked
package io.hellowire.dist;

import org.jspecify.annotations.NullMarked;
