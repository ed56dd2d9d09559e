/**
 * The command line of the client: curl's letters, where curl has one, and the files that it names. Read {@link io.hellowire.client.cli.FetchCommand}
 * first.
 */
@NullMarked
package io.hellowire.client.cli;

import org.jspecify.annotations.NullMarked;
