/**
 * The same request in other languages, for those who carry it to another device. Read
 * {@link io.hellowire.client.translate.Language} first.
 */
@NullMarked
package io.hellowire.client.translate;

import org.jspecify.annotations.NullMarked;
