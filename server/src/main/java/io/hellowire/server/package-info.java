/** Answers every request and shows it as it came. */
@NullMarked
package io.hellowire.server;

import org.jspecify.annotations.NullMarked;
