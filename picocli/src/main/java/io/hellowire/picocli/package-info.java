/** The step of the build that raises picocli's class files; it is no part of what is shipped. */
@NullMarked
package io.hellowire.picocli;

import org.jspecify.annotations.NullMarked;
