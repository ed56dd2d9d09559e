/** Fetches a URL and shows every step. */
@NullMarked
package io.hellowire.client;

import org.jspecify.annotations.NullMarked;
