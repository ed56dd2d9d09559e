/**
 * What a fetch found, for people and for programs, and its request as a program in other languages. Read {@link io.hellowire.client.report.HumanReport} first, then
 * {@link io.hellowire.client.report.JsonReport}.
 */
@NullMarked
package io.hellowire.client.report;

import org.jspecify.annotations.NullMarked;
