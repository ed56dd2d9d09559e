/**
 * What goes back: the next number to everyone who asks well. Read {@link io.hellowire.server.answer.ExchangeHandler}
 * first.
 */
@NullMarked
package io.hellowire.server.answer;

import org.jspecify.annotations.NullMarked;
