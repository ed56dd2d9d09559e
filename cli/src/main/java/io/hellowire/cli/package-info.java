/**
 * One command-line dialect for all tools. {@link io.hellowire.cli.Dialect} gives it to a command; the rest is its words:
 * variables, durations, sizes, versions. It knows Picocli and nothing of ours.
 */
@NullMarked
package io.hellowire.cli;

import org.jspecify.annotations.NullMarked;
