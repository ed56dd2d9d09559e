/**
 * Certificates of every shape, to hold our verdicts against those of real clients. {@link io.hellowire.testkit.shapes.Shapes}
 * makes them all.
 */
@NullMarked
package io.hellowire.testkit.shapes;

import org.jspecify.annotations.NullMarked;
