/**
 * Time on one line: everything in a report counts from the moment the fetch began. Read
 * {@link io.hellowire.client.clock.Timeline} first.
 */
@NullMarked
package io.hellowire.client.clock;

import org.jspecify.annotations.NullMarked;
