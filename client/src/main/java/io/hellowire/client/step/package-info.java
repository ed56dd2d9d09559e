/**
 * What all steps of a fetch have in common: when they run, until when they may, and how they fail, in words and in curl's
 * exit codes. Read {@link io.hellowire.client.step.Failure} first.
 */
@NullMarked
package io.hellowire.client.step;

import org.jspecify.annotations.NullMarked;
