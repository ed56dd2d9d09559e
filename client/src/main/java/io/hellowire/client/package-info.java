/**
 * Fetches a URL and shows every step. Read {@link io.hellowire.client.Fetch} first: it is the one place where the order
 * of the steps is decided. Each step is a package below; what it learns is in the {@link io.hellowire.client.FetchReport}.
 */
@NullMarked
package io.hellowire.client;

import org.jspecify.annotations.NullMarked;
